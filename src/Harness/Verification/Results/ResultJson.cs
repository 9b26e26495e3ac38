using System.Text.Json;
using System.Text.Json.Serialization;
using Harness.Loading;

namespace Harness.Verification.Results;

/// <summary>Results as JSON. What is read may be anything.</summary>
internal static class ResultJson
{
    private static readonly JsonSerializerOptions _line = Options(indented: false);
    private static readonly JsonSerializerOptions _file = Options(indented: true);

    /// <summary>Writes a file whole or not at all.</summary>
    /// <exception cref="IOException">It can't be written.</exception>
    public static void Write<T>(string path, T file)
    {
        var temporary = $"{path}.{Environment.ProcessId}.tmp";
        try
        {
            File.WriteAllText(temporary, JsonSerializer.Serialize(file, _file) + "\n");
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Reads a file of results.</summary>
    /// <exception cref="InputException">It can't be read, or is something else, or does not hold together.</exception>
    public static VerificationFile Read(string path)
    {
        var file = Parse<VerificationFile>(InputFile.Read(path), path);
        if (file.Schema != VerificationFile.SchemaName)
            throw new InputException($"{path}: schema is '{file.Schema}', not '{VerificationFile.SchemaName}'");
        if (file.Version != VerificationFile.CurrentVersion)
            throw new InputException($"{path}: version {file.Version} of the format is not known, only {VerificationFile.CurrentVersion}");
        if (!file.Shard.IsValid)
            throw new InputException($"{path}: there is no shard {file.Shard}");
        if (file.Fixtures.Select(fixture => fixture.Name).Distinct().Count() != file.Fixtures.Count)
            throw new InputException($"{path}: a fixture occurs twice");
        return file;
    }

    /// <summary>A value in one line.</summary>
    public static byte[] Line<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, _line);

    /// <summary>A value from its bytes.</summary>
    /// <exception cref="InputException">They are no such value.</exception>
    public static T Parse<T>(ReadOnlySpan<byte> bytes, string place)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(bytes, _line) ?? throw new InputException($"{place}: null instead of results");
        }
        catch (JsonException exception)
        {
            throw new InputException($"{place}: not a file of results: {exception.Message}");
        }
    }

    private static JsonSerializerOptions Options(bool indented) => new()
    {
        WriteIndented = indented,
        IncludeFields = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        IgnoreReadOnlyProperties = false,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip,
    };
}
