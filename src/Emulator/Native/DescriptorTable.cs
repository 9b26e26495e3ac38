using System.Runtime.InteropServices;

namespace Emulator.Native;

/// <summary>A system table register as Unicorn passes it (<c>uc_x86_mmr</c>); the selector and flags are of LDTR and TR only.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct DescriptorTable(ushort Selector, ulong Base, uint Limit, uint Flags);
