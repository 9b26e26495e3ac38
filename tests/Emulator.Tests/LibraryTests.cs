namespace Emulator.Tests;

public class LibraryTests
{
    [Fact]
    public void InstalledLibrary_IsReportedWithItsVersion()
    {
        Guest.SkipWithoutLibrary();
        var status = UnicornLibrary.Probe();
        Assert.Null(status.Problem);
        Assert.Equal(2, status.Version!.Major);
    }

    [Fact]
    public void MissingLibrary_IsReportedByName()
    {
        var (library, status) = UnicornLibrary.Load("libunicorn.so.99");
        Assert.Equal(0, library);
        Assert.False(status.IsAvailable);
        Assert.Equal("libunicorn.so.99 cannot be loaded", status.Problem);
    }

    [Fact]
    public void LibraryThatIsNotUnicorn_IsRefused()
    {
        var (library, status) = UnicornLibrary.Load("libc.so.6");
        Assert.Equal(0, library);
        Assert.Equal("libc.so.6 is not Unicorn: it has no uc_version", status.Problem);
    }
}
