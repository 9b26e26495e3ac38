using Elf.Tests.Kit;
using static Elf.Tests.Kit.TinyObject;

namespace Elf.Tests;

public class SaveTests
{
    [Fact]
    public void SavedFileReplacesTheOldOneAndNothingIsLeftBeside()
    {
        using var scratch = new Scratch();
        var path = scratch.Write("a.o", Standard().Build());
        var editor = ElfEditorTests.AddUndwarf(ElfFile.Read(path));
        editor.Save(path);
        Assert.Equal(editor.Build(), File.ReadAllBytes(path));
        Assert.Equal([path], Directory.GetFileSystemEntries(scratch.Root));
    }

    [Fact]
    public void NewFileIsCreated()
    {
        using var scratch = new Scratch();
        var editor = ElfEditorTests.AddUndwarf(Standard().Read());
        editor.Save(scratch["new.o"]);
        Assert.Equal(editor.Build(), File.ReadAllBytes(scratch["new.o"]));
    }

    [Fact]
    public void RelativePathMeansTheCurrentDirectory()
    {
        var path = $"elf-save-{Guid.NewGuid():n}.o";
        try
        {
            ElfEditorTests.AddUndwarf(Standard().Read()).Save(path);
            Assert.True(File.Exists(Path.GetFullPath(path)));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite)]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite)]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.GroupRead)]
    public void ModeBitsAreKept(UnixFileMode mode)
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("no mode bits on Windows");
            return;
        }

        using var scratch = new Scratch();
        var path = scratch.Write("a.o", Standard().Build());
        File.SetUnixFileMode(path, mode);
        ElfEditorTests.AddUndwarf(ElfFile.Read(path)).Save(path);
        Assert.Equal(mode, File.GetUnixFileMode(path));
    }

    [Fact]
    public void SymbolicLinkStaysALinkAndItsTargetIsReplaced()
    {
        using var scratch = new Scratch();
        Directory.CreateDirectory(scratch["real"]);
        var target = scratch.Write("real/a.o", Standard().Build());
        File.CreateSymbolicLink(scratch["second.o"], "real/a.o");
        File.CreateSymbolicLink(scratch["first.o"], "second.o");
        ElfEditorTests.AddUndwarf(ElfFile.Read(scratch["first.o"])).Save(scratch["first.o"]);

        Assert.Equal("second.o", new FileInfo(scratch["first.o"]).LinkTarget);
        Assert.NotNull(ElfFile.Read(target).FindSection(".undwarf"));
        Assert.Equal([target], Directory.GetFiles(scratch["real"]));
    }

    [Fact]
    public void ReaderOfTheOldFileKeepsTheOldContent()
    {
        using var scratch = new Scratch();
        var old = Standard().Build();
        var path = scratch.Write("a.o", old);
        using var reader = File.OpenRead(path);
        ElfEditorTests.AddUndwarf(ElfFile.Read(path)).Save(path);
        var read = new byte[old.Length];
        reader.ReadExactly(read);
        Assert.Equal(old, read);
    }

    [Fact]
    public void FailureLeavesTheTargetAndNoTemporaryFile()
    {
        using var scratch = new Scratch();
        // A directory can't be replaced by a file; the temporary file has been written by then.
        Directory.CreateDirectory(scratch["a.o"]);
        scratch.Write("a.o/inside", "kept");
        Assert.ThrowsAny<Exception>(() => ElfEditorTests.AddUndwarf(Standard().Read()).Save(scratch["a.o"]));
        Assert.Equal([scratch["a.o"]], Directory.GetFileSystemEntries(scratch.Root));
        Assert.Equal("kept", File.ReadAllText(scratch["a.o/inside"]));
    }

    [Fact]
    public void MissingDirectoryIsAnIoError()
    {
        using var scratch = new Scratch();
        Assert.Throws<DirectoryNotFoundException>(() => ElfEditorTests.AddUndwarf(Standard().Read()).Save(scratch["absent/a.o"]));
    }
}
