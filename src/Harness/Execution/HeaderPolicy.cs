using Harness.Fixtures;
using Harness.Loading;

namespace Harness.Execution;

/// <summary>The interrupts of a fixture's plain run.</summary>
internal static class HeaderPolicy
{
    /// <exception cref="InputException">The header names a place that does not exist.</exception>
    public static InterruptPolicy Of(FixtureHeader header, Image image)
    {
        if (header.Requests.Count == 0)
            return InterruptPolicy.None;
        return new ListedPlacesPolicy(header.Requests.Select(request =>
        {
            var address = PointAddress.Parse(request.At, image.Symbols);
            return new InterruptPlace(request.Kind, address.Rip, address.Visit);
        }));
    }
}
