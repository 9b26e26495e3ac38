namespace Emulator.Tests;

public class GprFileTests
{
    [Fact]
    public void EachRegister_HasAPlaceOfItsOwnAndCountsForEquality()
    {
        foreach (var register in Enum.GetValues<Gpr>())
        {
            var file = default(GprFile);
            file[register] = 1;
            Assert.Equal([register], Enum.GetValues<Gpr>().Where(other => file[other] == 1));
            Assert.True(file != default);
            var same = default(GprFile);
            same[register] = 1;
            Assert.True(file == same);
            Assert.Equal(file.GetHashCode(), same.GetHashCode());
        }
    }
}
