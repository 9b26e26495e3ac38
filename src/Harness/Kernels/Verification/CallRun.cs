using Emulator;
using Harness.Execution;
using Harness.Kernels.Calls;
using Harness.Kernels.Loading;
using Harness.Loading;

namespace Harness.Kernels.Verification;

/// <summary>Carries out a line of a list of calls in a machine of its own.</summary>
internal sealed class CallRun
{
    /// <summary>The order in which integer arguments go into registers (psABI 3.2.3).</summary>
    private static readonly Gpr[] _argumentRegisters = [Gpr.Rdi, Gpr.Rsi, Gpr.Rdx, Gpr.Rcx, Gpr.R8, Gpr.R9];

    private readonly KernelImage _kernel;
    private readonly KernelCall _call;
    private readonly GuestContext _context;
    private readonly GuestRun _run;
    private readonly CallMemory _memory;
    private readonly long _maximumInstructions;

    /// <exception cref="InputException">A line that names what there is not.</exception>
    public CallRun(KernelImage kernel, KernelCall call, GuestContext context, GuestRun run, long maximumInstructions)
    {
        (_kernel, _call, _context, _run, _maximumInstructions) = (kernel, call, context, run, maximumInstructions);
        _memory = new CallMemory(call, context.Machine.Memory, kernel);
    }

    /// <summary>Why a run did not come to its end; null when it did.</summary>
    public ExecutionFinding? Execution { get; private set; }

    /// <summary>Does all of it, up to the first thing that is not as it should be.</summary>
    /// <returns>An expectation that was not met, in words, or null.</returns>
    /// <exception cref="InputException">A name that is not known, or code that can't be emulated.</exception>
    public string? Execute()
    {
        foreach (var statement in _call.Statements)
        {
            _memory.Fill(statement);
            var unmet = statement switch
            {
                FunctionCall call => Call(call),
                MemoryCheck check => Compare(check),
                _ => null,
            };
            if (unmet is not null || Execution is not null)
                return unmet;
        }

        return null;
    }

    private string? Call(FunctionCall call)
    {
        var function = KernelNames.Require(_kernel, call.Function, _call.Place);
        if (!function.IsCode)
            throw new InputException($"{_call.Place}: {call.Function} is no function");
        _context.ResetStackPointer();
        PassArguments(call.Arguments);
        _context.Machine.Cpu[Gpr.Rax] = function.Address;

        var result = _context.Machine.Run(_run, _context.Root, new RunLimits(_maximumInstructions));
        Execution = _run.Finding ?? RunEnd.FindingOf(result);
        if (Execution is not null)
            return null;
        var value = _context.Machine.Cpu[Gpr.Rax];
        if (call.Result is { } name)
            _memory.Define(name, value);
        return call.Expected is { } expected ? Compare(call, expected, value) : null;
    }

    private void PassArguments(IReadOnlyList<CallValue> arguments)
    {
        var cpu = _context.Machine.Cpu;
        var onStack = Math.Max(0, arguments.Count - _argumentRegisters.Length);
        cpu.Rsp -= (ulong)(onStack + (onStack & 1)) * 8;
        for (var i = 0; i < arguments.Count; i++)
        {
            var value = _memory.ValueOf(arguments[i]);
            if (i < _argumentRegisters.Length)
                cpu[_argumentRegisters[i]] = value;
            else if (!_context.Machine.Memory.TryWriteWord(cpu.Rsp + ((ulong)(i - _argumentRegisters.Length) * 8), value))
                throw new InputException($"{_call.Place}: more arguments than the stack has room for");
        }
    }

    private string? Compare(FunctionCall call, ExpectedReturn expected, ulong value)
    {
        if (expected.Value is null)
            return $"{call.Function} was expected to need instructions that can't be emulated, and did not";
        if (expected.Value is BufferValue pointedTo)
            return Difference(value, _memory.BytesOf(pointedTo.Content), $"where the result of {call.Function} points to");
        var mask = ulong.MaxValue >> (64 - expected.Bits);
        var wanted = _memory.ValueOf(expected.Value);
        return ((value ^ wanted) & mask) == 0 ? null : $"{call.Function} returned {Number(value & mask)}, not {Number(wanted & mask)}";
    }

    private string? Compare(MemoryCheck check) => Difference(_memory.ValueOf(check.Place), _memory.BytesOf(check.Expected), PlaceOf(check.Place));

    private string? Difference(ulong address, byte[] expected, string place)
    {
        var found = new byte[expected.Length];
        if (!_context.Machine.Memory.TryRead(address, found))
            return $"{place}: there are not {expected.Length} bytes of memory at 0x{address:x}";
        var first = found.AsSpan().CommonPrefixLength(expected);
        return first == expected.Length ? null : $"{place}: byte {first} is {Excerpt(found, first)}, not {Excerpt(expected, first)}";
    }

    private static string PlaceOf(CallValue place) => place switch
    {
        NamedValue named => named.Offset == 0 ? named.Name : $"{named.Name}+{named.Offset}",
        AddressValue address => $"&{address.Symbol}",
        _ => "memory",
    };

    private static string Excerpt(byte[] bytes, int from)
    {
        const int Length = 16;
        var shown = bytes.AsSpan(from, Math.Min(Length, bytes.Length - from));
        return $"{Convert.ToHexStringLower(shown)}{(from + Length < bytes.Length ? "..." : "")}";
    }

    private static string Number(ulong value) => value <= 9 ? $"{value}" : $"0x{value:x} ({value})";
}
