using System.Runtime.InteropServices;
using Harness.Fixtures;
using Unwinder.Stacks;

namespace Harness.Execution;

/// <summary>
/// An NMI at every instruction, an IRQ where the interrupt flag allows it, and a fault where one can happen, once for each
/// way to be there. In mode nested also inside each of these: the path of an interrupt is interrupted anew for each
/// place outside all of them, because its first instructions depend on what it interrupted. The paths of interrupts inside
/// interrupts are interrupted too, for the first of each kind that came on each stack.
/// </summary>
/// <remarks>
/// At every execution that would have no end: NMIs that come inside an NMI, where its code has unblocked them, make entry
/// code repeat itself, and each repetition is executed anew. There, no NMI comes inside an NMI, and nothing inside
/// interrupts inside interrupts.
/// </remarks>
/// <param name="mode">Each or nested.</param>
/// <param name="everyVisit">At every execution, not once for each way to be there.</param>
internal sealed class EachInstructionPolicy(InterruptMode mode, bool everyVisit = false) : InterruptPolicy
{
    private const int MaximumNestedDepth = 2;

    private readonly Dictionary<InterruptState, InterruptKinds> _outside = [];
    private readonly Dictionary<InterruptState, InterruptKinds> _inside = [];
    private readonly Dictionary<InterruptState, InterruptKinds> _deeper = [];
    private readonly HashSet<(InterruptKind Kind, StackKind Stack, uint Nesting)> _first = [];
    private readonly (ulong Rip, int Visit, InterruptKinds Done)[] _lastVisits = new (ulong, int, InterruptKinds)[MaximumNestedDepth + 1];

    private bool _goesDeeper;

    /// <inheritdoc/>
    public override int MaximumDepth => mode != InterruptMode.Nested ? 0 : _goesDeeper ? MaximumNestedDepth : 1;

    /// <inheritdoc/>
    public override InterruptKinds WantedAt(in InterruptState state, int visit, InterruptNest nest) => AllAt(nest) & ~DoneAt(state, visit, nest);

    /// <inheritdoc/>
    public override void Delivering(in InterruptState state, int visit, InterruptNest nest, InterruptKind kind)
    {
        DoneAt(state, visit, nest) |= (InterruptKinds)(1 << (int)kind);
        if (nest.Depth == 0)
        {
            _goesDeeper = !everyVisit && _first.Add((kind, state.Stack, state.Nesting));
            _inside.Clear();
            _deeper.Clear();
        }

        for (var depth = nest.Depth + 1; depth <= MaximumNestedDepth; depth++)
            _lastVisits[depth] = default;
    }

    /// <summary>A fault's handler does not fault: it would lose the address that faulted.</summary>
    private InterruptKinds AllAt(InterruptNest nest)
    {
        var all = InterruptKinds.Irq | InterruptKinds.Nmi;
        if (mode == InterruptMode.Nested && nest.Faults == 0)
            all |= InterruptKinds.Fault;
        if (everyVisit && nest.Depth > 0 && nest.Innermost.Kind == InterruptKind.Nmi)
            all &= ~InterruptKinds.Nmi;
        return all;
    }

    private ref InterruptKinds DoneAt(in InterruptState state, int visit, InterruptNest nest)
    {
        if (everyVisit)
        {
            ref var last = ref _lastVisits[nest.Depth];
            if (last.Rip != state.Rip || last.Visit != visit)
                last = (state.Rip, visit, InterruptKinds.None);
            return ref last.Done;
        }

        var known = nest.Depth switch
        {
            0 => _outside,
            1 => _inside,
            _ => _deeper,
        };
        return ref CollectionsMarshal.GetValueRefOrAddDefault(known, state, out _);
    }
}
