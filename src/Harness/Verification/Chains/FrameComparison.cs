using Harness.Execution;
using Harness.Fixtures;
using Unwinder;
using Unwinder.Stacks;
using Unwinder.Tasks;

namespace Harness.Verification.Chains;

/// <summary>Compares what an unwind finds with the shadow stack.</summary>
internal sealed class FrameComparison<TMemory>(
    TMemory memory, ShadowStack shadow, FixtureHeader header, BlindSpots blindSpots, ComparedFields fields = ComparedFields.Everything)
    where TMemory : struct, IStackMemory
{
    private readonly RegisterFrameCheck<TMemory> _registerCheck = new(memory, shadow, header);

    /// <summary>Is the frame that was found the true one at <paramref name="index"/>?</summary>
    public bool Agrees(in UnwindFrame frame, in ShadowFrame expected, int index) =>
        fields == ComparedFields.Addresses
            ? frame.Ip == expected.Ip && (frame.IpSlot == expected.IpSlot || expected.IpSlot == 0)
            : frame.Sp == expected.Sp && frame.Bp == expected.Bp && (!frame.Unreliable || header.AllowsGuesses)
                && (expected.IsInterrupted
                    ? _registerCheck.IsRight(frame, expected, index)
                    : frame.Ip == expected.Ip && frame.IpSlot == expected.IpSlot && _registerCheck.IsRightForACall(frame, index) && !frame.Signal);

    /// <summary>Is the frame in which a task sleeps, or will begin, the true one?</summary>
    public bool AgreesAtStart(in UnwindFrame frame, in ShadowFrame expected, in InactiveTask task) =>
        frame.Ip == expected.Ip && frame.IpSlot == expected.IpSlot
        && (fields == ComparedFields.Addresses
            || (frame.Sp == expected.Sp && frame.Bp == expected.Bp && frame.Signal == (expected.Ip == task.ReturnFromFork)));

    /// <summary>Does the chain end rightly where it ended, with all true callers down to <paramref name="index"/> still to come?</summary>
    public ChainVerdict JudgeEnd(UnwindOutcome outcome, int index, in UnwindFrame frame)
    {
        if (blindSpots.IsBlindEnd(outcome) && blindSpots.Allow(frame.Ip))
            return ChainVerdict.Blind;

        // A wrong chain may be longer than the true one.
        var cameFromUser = index >= -1 && index + 1 < shadow.Depth && shadow.Frames[index + 1].IsUserMode;
        if (fields == ComparedFields.Addresses)
            return index < 0 || cameFromUser || shadow.Frames[index].IsUserMode ? ChainVerdict.Right : ChainVerdict.Wrong;
        var isRight = outcome switch
        {
            UnwindOutcome.UserMode => cameFromUser,
            UnwindOutcome.EndOfStack => index < 0 && !cameFromUser,
            _ => false,
        };
        return isRight ? ChainVerdict.Right : ChainVerdict.Wrong;
    }
}
