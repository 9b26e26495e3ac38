using Harness.Execution;
using Harness.Fixtures;

namespace Harness.Verification.Scheduling;

/// <summary>Verifies a share of a fixture's points.</summary>
/// <param name="fixture">Which.</param>
/// <param name="share">The points.</param>
/// <param name="blockBegins">Called when a block begins, with what makes a report of all that was done until then.</param>
internal delegate FixtureReport ShareVerification(Fixture fixture, PointShare share, Action<Func<FixtureReport>> blockBegins);
