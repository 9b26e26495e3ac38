using System.Buffers.Binary;
using Emulator;
using Harness.Kernels.Loading;
using Harness.Loading;

namespace Harness.Kernels.Calls;

/// <summary>
/// The memory of a call's buffers. Each ends where a page ends, behind which nothing is mapped, as far as an alignment of 8
/// allows: code that goes too far faults.
/// </summary>
internal sealed class CallMemory
{
    private const ulong Alignment = 8;

    private readonly GuestMemory _memory;
    private readonly KernelImage _kernel;
    private readonly string _place;
    private readonly Dictionary<BufferValue, ulong> _buffers = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, ulong> _names = [];
    private ulong _next = GuestLayout.CallBuffers;

    /// <summary>Makes the buffers of a call.</summary>
    /// <exception cref="InputException">A name that occurs twice.</exception>
    public CallMemory(KernelCall call, GuestMemory memory, KernelImage kernel)
    {
        (_memory, _kernel, _place) = (memory, kernel, call.Place);
        foreach (var statement in call.Statements)
        {
            foreach (var value in ValuesOf(statement))
                Reserve(value);
        }
    }

    /// <summary>Fills the buffers that a statement makes. Names of all buffers of the line are known in it, and results of calls before.</summary>
    /// <exception cref="InputException">A name that is not known.</exception>
    public void Fill(CallStatement statement)
    {
        foreach (var value in ValuesOf(statement))
            Fill(value);
    }

    /// <summary>Gives the result of a call a name.</summary>
    public void Define(string name, ulong value) => _names[name] = value;

    /// <summary>A value as a register holds it.</summary>
    /// <exception cref="InputException">A name that is not known.</exception>
    public ulong ValueOf(CallValue value) => value switch
    {
        NumberValue number => number.Number,
        AddressValue address => unchecked(KernelNames.Require(_kernel, address.Symbol, _place).Address + (ulong)address.Offset),
        NamedValue named => _names.TryGetValue(named.Name, out var known)
            ? unchecked(known + (ulong)named.Offset)
            : throw new InputException($"{_place}: there is no '{named.Name}' in this line before; the kernel's names begin with &"),
        BufferValue buffer => _buffers[buffer],
        LoadedValue loaded => ValueOf(loaded.Address) is var place && _memory.TryReadWord(place, out var word)
            ? word
            : throw new InputException($"{_place}: there is no word of memory at 0x{place:x}"),
        _ => throw new InvalidOperationException($"{value}"),
    };

    /// <summary>The bytes of a content that lies at an address.</summary>
    /// <exception cref="InputException">A name that is not known.</exception>
    public byte[] BytesOf(BufferContent content, ulong address = 0)
    {
        switch (content)
        {
            case BytesContent plain:
                return plain.Bytes;
            case WordsContent words:
                return [.. words.Items.SelectMany(item => BitConverter.GetBytes(ValueOf(item)).Take(words.Width))];
            case StructContent parts:
                return [.. parts.Parts.SelectMany(part => BytesOf(part))];
            case VariableArguments arguments:
                var bytes = new byte[arguments.Size];
                BinaryPrimitives.WriteUInt64LittleEndian(bytes, VariableArguments.NoRegisters);
                BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(8), address + VariableArguments.HeaderSize);
                for (var i = 0; i < arguments.Items.Count; i++)
                    BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(VariableArguments.HeaderSize + (8 * i)), ValueOf(arguments.Items[i]));
                return bytes;
            default:
                throw new InvalidOperationException($"{content}");
        }
    }

    private static IEnumerable<CallValue> ValuesOf(CallStatement statement) => statement switch
    {
        FunctionCall call => call.Arguments,
        BufferStatement buffer => [buffer.Buffer],
        _ => [],
    };

    private void Reserve(CallValue value)
    {
        if (value is not BufferValue buffer)
            return;
        var size = (ulong)buffer.Content.Size;
        var pages = GuestLayout.AlignUp(Math.Max(size, 1), GuestLayout.PageSize);
        _memory.Map("buffer", _next, pages, GuestProtection.Read | GuestProtection.Write);
        var address = (_next + pages - size) & ~(Alignment - 1);
        _next += pages + GuestLayout.PageSize;

        _buffers.Add(buffer, address);
        if (buffer.Name is { } name && !_names.TryAdd(name, address))
            throw new InputException($"{_place}: two buffers have the name '{name}'");
        foreach (var inner in buffer.Content.Values)
            Reserve(inner);
    }

    private void Fill(CallValue value)
    {
        if (value is not BufferValue buffer)
            return;
        foreach (var inner in buffer.Content.Values)
            Fill(inner);
        _memory.Write(_buffers[buffer], BytesOf(buffer.Content, _buffers[buffer]));
    }
}
