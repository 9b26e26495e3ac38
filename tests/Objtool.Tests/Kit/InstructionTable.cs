using Elf;
using Iced.Intel;

namespace Objtool.Tests.Kit;

/// <summary>A table of instructions: bytes | assembly | what is expected of it.</summary>
internal static class InstructionTable
{
    public static IEnumerable<(int Line, byte[] Bytes, string Assembly, string Expected)> Read(string name) =>
        CaseFile.Rows(name, 3).Select(row => (row.Line, Convert.FromHexString(row.Columns[0]), row.Columns[1], row.Columns[2]));

    /// <summary>The whole of <paramref name="bytes"/> as one instruction at address 0.</summary>
    public static Instruction Decode(byte[] bytes)
    {
        var instruction = Decoding.Disassembly.Decode(bytes, 0);
        Assert.True(instruction.Length == bytes.Length && !instruction.IsInvalid, $"{Convert.ToHexString(bytes)} is not one instruction");
        return instruction;
    }

    /// <summary>Fails with every row whose answer is another one than the table's.</summary>
    public static void Check(string name, Func<byte[], string> answer)
    {
        var failures = new List<string>();
        foreach (var (line, bytes, assembly, expected) in Read(name))
        {
            var actual = answer(bytes);
            if (actual != expected)
                failures.Add($"line {line}: {assembly}: {actual} instead of {expected}");
        }

        CaseFile.Report(name, failures);
    }

    /// <summary>Fails with every row whose bytes GNU as does not make of its assembly.</summary>
    public static void CheckBytes(string name)
    {
        var rows = Read(name).ToArray();
        var source = rows.Select((row, i) => $"{row.Assembly}\n.pushsection .ends; .long .Lend{i} - .Lstart; .popsection\n.Lend{i}:");
        var file = Assembler.Assemble($".text\n.Lstart:\n{string.Join('\n', source)}\n");
        var code = file.FindSection(".text")!.Contents;
        var ends = System.Runtime.InteropServices.MemoryMarshal.Cast<byte, int>(file.FindSection(".ends")!.Contents);

        var failures = new List<string>();
        var start = 0;
        for (var i = 0; i < rows.Length; i++)
        {
            var assembled = code[start..ends[i]];
            if (!assembled.SequenceEqual(rows[i].Bytes))
                failures.Add($"line {rows[i].Line}: {rows[i].Assembly}: {Convert.ToHexStringLower(assembled)}");
            start = ends[i];
        }

        CaseFile.Report(name, failures);
    }
}
