namespace Emulator.Native;

/// <summary>The bits of Unicorn's <c>hflags</c> that are used here.</summary>
[Flags]
internal enum HiddenFlags : uint
{
    None = 0,
    Cpl = 3,
    InterruptShadow = 1 << 3,
    Code64 = 1 << 15,
}
