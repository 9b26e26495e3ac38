using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace Emulator.Tests;

/// <summary>Runs a theory once with registers read in place and once with all of them going through the library.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class EveryRegisterAccessAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([.. Enum.GetValues<RegisterAccess>().Select(access => new TheoryDataRow<RegisterAccess>(access))]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
