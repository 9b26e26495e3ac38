using System.Runtime.InteropServices;
using Emulator.Native;

namespace Emulator;

/// <summary>
/// Guest code that stores twice to the same page. After the first store the page's mark must be where it is looked for; it is
/// taken away, and the second store must arrive all the same and leave it away.
/// </summary>
internal sealed unsafe class StoreProof(Machine machine) : MachineObserver
{
    private const ulong First = 0x1234_5678_9abc_def0;
    private const ulong Second = 0x0fed_cba9_8765_4321;

    private StoreMarks _marks;
    private ulong _text;

    private static ReadOnlySpan<byte> Code =>
    [
        0x50, // push rax
        0x53, // push rbx
        0xf4, // hlt
    ];

    /// <summary>The marks, if all is as it must be.</summary>
    /// <param name="text">Where the code may go.</param>
    /// <param name="page">A page to store to.</param>
    public StoreMarks Run(GuestRegion text, GuestRegion page)
    {
        var cpu = machine.Cpu;
        if (!cpu.IsDirect)
            return default;
        _text = text.Base;
        Code.CopyTo(text.Bytes);
        machine.Memory.DropTranslations(new GuestRange(_text, (ulong)Code.Length));
        (cpu[Gpr.Rax], cpu[Gpr.Rbx], cpu.Rsp) = (First, Second, page.Base + page.Size);
        machine.Run(this, _text);
        var stored = MemoryMarshal.Cast<byte, ulong>(page.Bytes[^(2 * sizeof(ulong))..]);
        var isProven = _marks.IsKnown && _marks.IsFree(page.Base) && stored is [Second, First];
        stored.Clear();
        return isProven ? _marks : default;
    }

    public override void OnInstruction(ulong rip, uint length)
    {
        if (rip != _text + 1)
            return;
        var rsp = machine.Cpu.Rsp;
        var page = machine.Memory.Find(rsp)!;
        _marks = StoreMarks.Find(machine.Cpu.State, rsp, page.HostPointer(rsp));
        if (_marks.IsKnown)
            _marks.Remove(page.Base);
    }
}
