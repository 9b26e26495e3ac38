using Unwinder.Guess;

namespace Harness.Loading;

/// <summary>Where the guest's kernel code is.</summary>
internal readonly struct GuestText(Image image) : IKernelText
{
    private readonly TextRange _text = image.KernelText;

    /// <inheritdoc/>
    public bool Contains(ulong address) => _text.Contains(address);
}
