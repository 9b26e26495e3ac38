namespace TestKit;

/// <summary>Where the repository is that the tests were built from.</summary>
internal static class Repository
{
    /// <summary>The folder of Harness.sln.</summary>
    public static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Harness.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException($"there is no Harness.sln above {AppContext.BaseDirectory}");
    }
}
