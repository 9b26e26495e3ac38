using Objtool.Decoding;
using Objtool.StackStates;

namespace Harness.Mutation.Proofs;

/// <summary>
/// What holds at an instruction whenever control is there, whoever called: values of registers, and of words that interrupts
/// leave alone, which are those at or above the stack pointer.
/// </summary>
internal sealed class FrameFacts
{
    private const int Registers = 16;

    private readonly SymbolicValue[] _registers = new SymbolicValue[Registers];
    private readonly Dictionary<SymbolicValue, SymbolicValue> _words = [];

    /// <summary>Is the frame one that an interrupt left, rather than a call?</summary>
    public bool IsOfInterrupt { get; set; }

    /// <summary>A copy.</summary>
    public FrameFacts Copy()
    {
        var copy = new FrameFacts { IsOfInterrupt = IsOfInterrupt };
        _registers.CopyTo(copy._registers, 0);
        foreach (var (address, value) in _words)
            copy._words.Add(address, value);
        return copy;
    }

    /// <summary>A register's value.</summary>
    public SymbolicValue this[StackBase register]
    {
        get => _registers[(int)register];
        set => _registers[(int)register] = value;
    }

    /// <summary>The word at an address.</summary>
    public SymbolicValue WordAt(SymbolicValue address) => address.IsKnown ? _words.GetValueOrDefault(address) : SymbolicValue.Unknown;

    /// <summary>The word at an address has a value.</summary>
    public void SetWord(SymbolicValue address, SymbolicValue value)
    {
        if (address.IsKnown && value.IsKnown)
            _words[address] = value;
    }

    /// <summary>Nothing is known any more.</summary>
    public void Forget()
    {
        Array.Clear(_registers);
        _words.Clear();
    }

    /// <summary>Nothing is known of memory any more.</summary>
    public void ForgetWords() => _words.Clear();

    /// <summary>A name gets a new meaning: what was counted from the old is not known.</summary>
    public SymbolicValue Name(SymbolicValue name)
    {
        for (var i = 0; i < Registers; i++)
        {
            if (_registers[i].Base == name.Base)
                _registers[i] = default;
        }

        ForgetWords(word => word.Key.Base == name.Base || word.Value.Base == name.Base);
        return name;
    }

    /// <summary>Keeps what holds in the other too. True when that is less than before.</summary>
    public bool Meet(FrameFacts other)
    {
        if (IsOfInterrupt != other.IsOfInterrupt)
        {
            var had = _words.Count > 0 || Array.Exists(_registers, value => value.IsKnown);
            Forget();
            return had;
        }

        var changed = ForgetWords(word => other._words.GetValueOrDefault(word.Key) != word.Value);
        for (var i = 0; i < Registers; i++)
        {
            if (!_registers[i].IsKnown || _registers[i] == other._registers[i])
                continue;
            _registers[i] = default;
            changed = true;
        }

        return changed;
    }

    /// <summary>A call has been made and has returned: callees keep these registers (psABI 3.2.1), and may write anywhere.</summary>
    public void Call()
    {
        for (var register = StackBase.Ax; register <= StackBase.R15; register++)
        {
            if (register is not (StackBase.Bx or StackBase.Sp or StackBase.Bp or StackBase.R12 or StackBase.R13 or StackBase.R14 or StackBase.R15))
                this[register] = default;
        }

        ForgetWords();
    }

    /// <summary>An instruction executes.</summary>
    /// <param name="effect">What it does.</param>
    /// <param name="index">Its number, to name a new stack pointer by.</param>
    public void Apply(in ValueEffect effect, int index)
    {
        var before = this[StackBase.Sp];
        switch (effect.Kind)
        {
            case ValueEffectKind.Sum:
                this[effect.Destination] = this[effect.Source].Plus(effect.Offset);
                break;
            case ValueEffectKind.Load:
                this[effect.Destination] = WordAt(this[effect.Source].Plus(effect.Offset));
                break;
            case ValueEffectKind.Store:
                Write(this[effect.Destination].Plus(effect.Offset), 8, this[effect.Source]);
                break;
            case ValueEffectKind.Push:
                var pushed = effect.Source == StackBase.Undefined ? SymbolicValue.Unknown : this[effect.Source];
                this[StackBase.Sp] = before.Plus(-8);
                ForgetWords(word => word.Key == this[StackBase.Sp]);
                SetWord(this[StackBase.Sp], pushed);
                return; // below all words that are known
            case ValueEffectKind.Leave:
                this[StackBase.Sp] = this[StackBase.Bp];
                Pop(StackBase.Bp);
                break;
            case ValueEffectKind.Pop:
                Pop(effect.Destination);
                break;
            case ValueEffectKind.Align:
                this[StackBase.Sp] = Name(SymbolicValue.LoweredBy(index, effect.Offset % 16 == 0 && effect.Offset != 0));
                return;
        }

        Clobber(effect);
        if (!RaisesStackPointer(effect))
            return;
        if (!this[StackBase.Sp].IsKnown && (effect.Kind != ValueEffectKind.Pop || effect.Destination == StackBase.Sp))
            Forget(); // another stack, maybe, and another frame
        DropBelow(before);
    }

    private void Pop(StackBase destination)
    {
        var top = WordAt(this[StackBase.Sp]);
        this[StackBase.Sp] = this[StackBase.Sp].Plus(8);
        if (destination != StackBase.Undefined)
            this[destination] = top;
    }

    private void Clobber(in ValueEffect effect)
    {
        if (effect.Written == WrittenWords.Anywhere)
            ForgetWords();
        else if (effect.Written == WrittenWords.At)
            Write(this[effect.Destination].Plus(effect.Offset), ValueEffect.MostWritten, SymbolicValue.Unknown);
        for (var register = StackBase.Ax; register <= StackBase.R15; register++)
        {
            if (effect.Clobbers(register))
                this[register] = default;
        }
    }

    private void Write(SymbolicValue address, int length, SymbolicValue value)
    {
        // What is counted from something else may be the same place.
        ForgetWords(word => word.Key.Base != address.Base || (word.Key.Offset > address.Offset - 8 && word.Key.Offset < address.Offset + length));
        SetWord(address, value);
    }

    /// <summary>Interrupts write below the stack pointer. Where that can't be compared with a word's place, the word is not known.</summary>
    private void DropBelow(SymbolicValue before)
    {
        var sp = this[StackBase.Sp];
        var comparesOthers = sp.IsKnown && sp.Base == before.Base && (!sp.IsNamed || sp.Offset <= 0);
        var lowest = sp.IsOddMultipleOf8 ? sp.Offset - 8 : sp.Offset;
        ForgetWords(word => word.Key.Base == sp.Base ? word.Key.Offset < lowest : !comparesOthers);
    }

    /// <summary>May the stack pointer be higher than before? As long as it is not, words above it stay above it.</summary>
    private static bool RaisesStackPointer(in ValueEffect effect) => effect.Clobbers(StackBase.Sp) || effect.Kind switch
    {
        ValueEffectKind.Pop or ValueEffectKind.Leave => true,
        ValueEffectKind.Sum => effect.Destination == StackBase.Sp && !(effect.Source == StackBase.Sp && effect.Offset <= 0),
        ValueEffectKind.Load => effect.Destination == StackBase.Sp,
        _ => false,
    };

    private bool ForgetWords(Func<KeyValuePair<SymbolicValue, SymbolicValue>, bool> which)
    {
        var forgotten = _words.Where(which).Select(word => word.Key).ToList();
        foreach (var address in forgotten)
            _words.Remove(address);
        return forgotten.Count > 0;
    }
}
