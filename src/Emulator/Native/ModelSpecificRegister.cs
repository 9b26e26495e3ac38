using System.Runtime.InteropServices;

namespace Emulator.Native;

/// <summary>A model specific register as Unicorn passes it (<c>uc_x86_msr</c>).</summary>
[StructLayout(LayoutKind.Sequential)]
internal record struct ModelSpecificRegister(uint Index, ulong Value);
