using System.Security.Cryptography;
using Harness.Verification.Results;

namespace Harness.Verification.Scheduling;

/// <summary>
/// A file that what was verified is added to as soon as it is, so that a run that was killed can go on. Each record is a
/// line with its own checksum: one that was cut off in the middle is not there. The last record of a fixture counts.
/// </summary>
internal sealed class ResumeJournal : IDisposable
{
    private const string FormatName = "harness-verify-journal";
    private const int FormatVersion = 1;
    private const int ChecksumLength = 16;

    private readonly FileStream _file;
    private readonly Dictionary<string, Entry> _entries = [];

    private sealed record Header(string Format, int Version, RunIdentity Identity, ShardNumber Shard);

    private sealed record Entry(string Fixture, string Hash, IReadOnlyList<UnitState> Units);

    private ResumeJournal(FileStream file) => _file = file;

    /// <summary>Opens the journal of a run, or begins one.</summary>
    /// <param name="path">The file.</param>
    /// <param name="identity">The run; a journal of another is refused.</param>
    /// <param name="shard">Its part.</param>
    /// <exception cref="InputException">The file is no journal, is another run's, or is in use.</exception>
    public static ResumeJournal Open(string path, RunIdentity identity, ShardNumber shard)
    {
        var journal = new ResumeJournal(OpenAlone(path));
        try
        {
            journal.Load(path, new Header(FormatName, FormatVersion, identity, shard));
            return journal;
        }
        catch
        {
            journal.Dispose();
            throw;
        }
    }

    /// <summary>What was done of a fixture, and the hash it had then; null: nothing.</summary>
    public (string Hash, IReadOnlyList<UnitState> Units)? Find(string fixture) =>
        _entries.TryGetValue(fixture, out var entry) ? (entry.Hash, entry.Units) : null;

    /// <summary>Adds the state of a fixture's units.</summary>
    public void Write(FixtureWork work)
    {
        var hash = work.Units.Select(unit => unit.State.Result?.Hash).FirstOrDefault(hash => hash is not null);
        if (hash is not null)
            WriteLine(new Entry(work.Fixture.Name, hash, [.. work.Units.Select(unit => unit.State)]));
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private static FileStream OpenAlone(string path)
    {
        try
        {
            // No buffer: a record is one write.
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        }
        catch (UnauthorizedAccessException)
        {
            throw new InputException($"{path}: permission denied, or a directory");
        }
    }

    private void Load(string path, Header expected)
    {
        var bytes = new byte[_file.Length];
        _file.ReadExactly(bytes);
        var end = 0;
        Header? header = null;
        while (end < bytes.Length && RecordAt(bytes.AsSpan(end), out var length) is { IsEmpty: false } record)
        {
            if (header is null)
                Check(header = ResultJson.Parse<Header>(record, path), expected, path);
            else if (ResultJson.Parse<Entry>(record, path) is var entry)
                _entries[entry.Fixture] = entry;
            end += length;
        }

        // Only what was being written when the run was killed may be less than a record, so there is no line feed after it.
        if (bytes.AsSpan(end).Contains((byte)'\n'))
            throw new InputException($"{path}: no journal of a verification, or damaged at byte {end}");
        _file.SetLength(end);
        _file.Position = end;
        if (header is null)
            WriteLine(expected);
    }

    private static void Check(Header header, Header expected, string path)
    {
        if (header.Format != FormatName || header.Version != FormatVersion)
            throw new InputException($"{path}: {header.Format} version {header.Version} is not {FormatName} version {FormatVersion}");
        if (expected.Identity.DifferenceFrom(header.Identity) is { } difference)
            throw new InputException($"{path}: {difference}; delete it to start over");
        if (header.Shard != expected.Shard)
            throw new InputException($"{path}: made by shard {header.Shard}, not {expected.Shard}; delete it to start over");
    }

    /// <summary>The record that a span begins with: checksum, blank, text, line feed. Empty when there is no whole one.</summary>
    private static ReadOnlySpan<byte> RecordAt(ReadOnlySpan<byte> bytes, out int length)
    {
        length = bytes.IndexOf((byte)'\n') + 1;
        if (length <= ChecksumLength + 2)
            return default;
        var text = bytes[(ChecksumLength + 1)..(length - 1)];
        return bytes[ChecksumLength] == ' ' && bytes[..ChecksumLength].SequenceEqual(ChecksumOf(text)) ? text : default;
    }

    private void WriteLine<T>(T record)
    {
        var text = ResultJson.Line(record);
        _file.Write([.. ChecksumOf(text), (byte)' ', .. text, (byte)'\n']);
    }

    private static byte[] ChecksumOf(ReadOnlySpan<byte> text) =>
        System.Text.Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA256.HashData(text).AsSpan(0, ChecksumLength / 2)));
}
