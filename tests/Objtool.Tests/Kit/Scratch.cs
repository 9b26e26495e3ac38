namespace Objtool.Tests.Kit;

/// <summary>A directory of its own for one test, gone afterwards.</summary>
internal sealed class Scratch : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("objtool-tests-");

    public string this[string file] => Path.Combine(_directory.FullName, file);

    public string Write(string file, string text)
    {
        File.WriteAllText(this[file], text);
        return this[file];
    }

    public string Write(string file, byte[] bytes)
    {
        File.WriteAllBytes(this[file], bytes);
        return this[file];
    }

    public void Dispose() => _directory.Delete(recursive: true);
}
