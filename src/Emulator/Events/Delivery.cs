namespace Emulator;

/// <summary>What came of delivering an event.</summary>
/// <param name="Status">Whether it was delivered.</param>
/// <param name="Vector">What was delivered: #DF when another exception could not be.</param>
/// <param name="FrameAddress">Where the RIP word of <paramref name="Frame"/> lies, or would have; the error code is 8 below.
/// 0 when no stack was chosen.</param>
/// <param name="Frame">What was, or would have been, pushed.</param>
/// <param name="HasErrorCode">Whether an error code was pushed, so that the handler starts with RSP 8 below the frame.</param>
public readonly record struct Delivery(DeliveryStatus Status, byte Vector, ulong FrameAddress, HardwareFrame Frame, bool HasErrorCode)
{
    /// <summary>Whether the handler is next.</summary>
    public bool Succeeded => Status == DeliveryStatus.Delivered;

    /// <summary>RSP at the handler's first instruction.</summary>
    public ulong HandlerRsp => unchecked(FrameAddress - (HasErrorCode ? sizeof(ulong) : 0u));
}
