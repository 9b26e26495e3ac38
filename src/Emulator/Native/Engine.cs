using System.Runtime.CompilerServices;

namespace Emulator.Native;

/// <summary>One Unicorn engine: the calls the machine is made of, each checked.</summary>
/// <remarks>
/// Nothing here that calls <see cref="UnicornFast"/> may be inlined: the JIT looks such a function up when it compiles the
/// method around the call, which can be a caller's <c>Main</c>, long before anyone asked whether the library is there.
/// </remarks>
internal sealed unsafe class Engine : IDisposable
{
    // UC_CTL_TB_REMOVE_CACHE, two arguments, write.
    private const uint RemoveCacheControl = 9 | 2u << 26 | 1u << 30;

    // Where a run would end by address. Never canonical, so that no code can be there: with 0 a call of a null pointer
    // would look like a normal end, and an address inside code makes each start cost microseconds.
    private const ulong NoEnd = 0x8000_0000_0000_0000;

    private readonly EngineHandle _handle;
    private nint _raw;

    public Engine()
    {
        UnicornLibrary.ThrowIfUnavailable();
        _handle = EngineHandle.Open();
        _raw = _handle.DangerousGetHandle();
    }

    /// <summary>The engine itself.</summary>
    public nint Raw => _raw != 0 ? _raw : throw new ObjectDisposedException(nameof(Machine));

    public bool IsDisposed => _raw == 0;

    public void Map(ulong address, nuint size, GuestProtection protection, byte* host) =>
        UnicornException.ThrowIfFailed(UnicornNative.uc_mem_map_ptr(Raw, address, size, protection, host));

    public void Unmap(ulong address, nuint size) =>
        UnicornException.ThrowIfFailed(UnicornNative.uc_mem_unmap(Raw, address, size));

    /// <summary>Forgets what was translated from a range, which must be mapped and executable.</summary>
    public void DropTranslations(ulong address, ulong length) =>
        UnicornException.ThrowIfFailed(UnicornNative.uc_ctl_range(Raw, RemoveCacheControl, address, unchecked(address + length)));

    public void AddHook(UnicornHook type, void* callback, nint user)
    {
        nuint hook;
        // begin > end: everywhere
        UnicornException.ThrowIfFailed(UnicornNative.uc_hook_add(Raw, &hook, type, callback, (void*)user, begin: 1, end: 0));
    }

    public UnicornError Start(ulong rip) => UnicornNative.uc_emu_start(Raw, rip, NoEnd, timeout: 0, count: 0);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Stop() => UnicornException.ThrowIfFailed(UnicornFast.uc_emu_stop(Raw));

    [MethodImpl(MethodImplOptions.NoInlining)]
    public ulong Read(UnicornRegister register)
    {
        ulong value = 0;
        UnicornException.ThrowIfFailed(UnicornFast.uc_reg_read(Raw, register, &value));
        return value;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Write(UnicornRegister register, ulong value) =>
        UnicornException.ThrowIfFailed(UnicornFast.uc_reg_write(Raw, register, &value));

    [MethodImpl(MethodImplOptions.NoInlining)]
    public void ReadBatch(UnicornRegister* registers, void** values, int count) =>
        UnicornException.ThrowIfFailed(UnicornFast.uc_reg_read_batch(Raw, registers, values, count));

    public void WriteTable(UnicornRegister register, DescriptorTable table) =>
        UnicornException.ThrowIfFailed(UnicornNative.uc_reg_write(Raw, register, &table));

    [MethodImpl(MethodImplOptions.NoInlining)]
    public ulong ReadMsr(uint index)
    {
        var msr = new ModelSpecificRegister(index, 0);
        UnicornException.ThrowIfFailed(UnicornFast.uc_reg_read(Raw, UnicornRegister.Msr, &msr));
        return msr.Value;
    }

    public void WriteMsr(uint index, ulong value)
    {
        var msr = new ModelSpecificRegister(index, value);
        UnicornException.ThrowIfFailed(UnicornNative.uc_reg_write(Raw, UnicornRegister.Msr, &msr));
    }

    public ContextHandle AllocateContext() => ContextHandle.Allocate(Raw);

    /// <summary>How much of CPUX86State a saved context holds, in bytes.</summary>
    public int ContextImageSize => (int)UnicornNative.uc_context_size(Raw) - ContextHandle.HeaderSize;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Save(ContextHandle context) =>
        UnicornException.ThrowIfFailed(UnicornFast.uc_context_save(Raw, context.DangerousGetHandle()));

    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Restore(ContextHandle context) =>
        UnicornException.ThrowIfFailed(UnicornFast.uc_context_restore(Raw, context.DangerousGetHandle()));

    public void Dispose()
    {
        _raw = 0;
        _handle.Dispose();
    }
}
