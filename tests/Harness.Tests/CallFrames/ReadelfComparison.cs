using System.Text;
using Elf;
using Harness.Loading.CallFrames;
using Unwinder.Dwarf;
using Unwinder.Dwarf.Programs;
using Unwinder.Dwarf.Records;
using Unwinder.Dwarf.Rows;

namespace Harness.Tests.CallFrames;

/// <summary>Every FDE of a file, and every row of each, as we and as binutils make them.</summary>
internal static class ReadelfComparison
{
    /// <summary>Compares one section; the differences as text, and how many rows of how many FDEs were compared.</summary>
    public static (int Descriptions, int Rows) AssertSame(string path, string sectionName)
    {
        var expected = ReadelfTable.Read(path, sectionName);
        // readelf shows addresses of object files as offsets in their section.
        var file = ElfFile.Read(path);
        Func<ElfSection, ulong> addressOf = file.Type == ElfFileType.Relocatable ? _ => 0 : section => section.Address;
        var section = CallFrameSections.Read(file, addressOf).Single(section => section.Name == $"{path}: {sectionName}");
        var actual = FrameSectionReader.Read(section).ToDictionary(description => description.Offset);

        var differences = new StringBuilder();
        var rows = 0;
        foreach (var table in expected.Where(table => table.Begin != table.End))
        {
            if (!actual.Remove(table.Offset, out var description) || description.Begin != table.Begin || description.End != table.End)
                differences.AppendLine($"FDE at 0x{table.Offset:x}: {description} instead of {table}");
            else
                rows += CompareRows(table, description, differences);
        }

        Assert.Empty(actual);
        Assert.True(differences.Length == 0, $"{path}: {differences.ToString()[..Math.Min(4000, differences.Length)]}");
        return (expected.Count, rows);
    }

    private static int CompareRows(ReadelfTable table, in FrameDescription description, StringBuilder differences)
    {
        if (description.Common.IsSignalFrame != table.IsSignalFrame)
            differences.AppendLine($"FDE at 0x{table.Offset:x}: signal frame {table.IsSignalFrame}");
        var program = new CallFrameProgram();
        program.Start(description);
        var rows = 0;
        for (; program.MoveNext(); rows++)
        {
            // Both ends of our row lie in the same row of theirs, or in rows that say the same.
            Compare(program.Begin, program.Row);
            Compare(program.End - 1, program.Row);
        }

        // And their rows begin where ours say the same.
        foreach (var theirs in table.Rows.Where(row => row.Location < table.End))
        {
            Assert.True(program.MoveTo(description, theirs.Location), $"{program.Status} at 0x{theirs.Location:x}");
            Compare(theirs.Location, program.Row);
        }

        Assert.Equal(ProgramStatus.Valid, program.Status);
        return rows;

        void Compare(ulong address, CallFrameRow row)
        {
            var theirs = table.At(address)!;
            var ours = string.Join(' ', theirs.Rules.Keys.Select(name => $"{name}:{CallFrameText.Describe(row[RegisterOf(name)])}").Prepend(CallFrameText.DescribeCfa(row)));
            var wanted = string.Join(' ', theirs.Rules.Select(rule => $"{rule.Key}:{rule.Value}").Prepend(theirs.Cfa));
            if (ours != wanted)
                differences.AppendLine($"0x{address:x}: {ours} instead of {wanted}");
            for (var register = DwarfRegister.Rax; register <= DwarfRegister.Rip; register++)
            {
                if (row[register].Kind != RuleKind.Unspecified && !theirs.Rules.ContainsKey(CallFrameText.NameOf(register)))
                    differences.AppendLine($"0x{address:x}: a rule for {CallFrameText.NameOf(register)} that readelf does not list");
            }
        }
    }

    private static DwarfRegister RegisterOf(string name)
    {
        for (var register = DwarfRegister.Rax; register <= DwarfRegister.Rip; register++)
        {
            if (CallFrameText.NameOf(register) == name)
                return register;
        }

        throw new ArgumentException($"register {name}");
    }
}
