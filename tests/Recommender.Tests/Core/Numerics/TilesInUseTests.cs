using Xunit;

namespace Recommender.Tests.Core.Numerics;

public sealed class TilesInUseTests
{
    /// <summary>Set by <see cref="InstructionSetTests"/> for the tests that it runs again.</summary>
    public const string Expected = "RECOMMENDER_EXPECTED_TILES";

    [Fact]
    public void The_tiles_in_use_are_those_of_the_instruction_set_that_was_left_on() =>
        Assert.Equal(Environment.GetEnvironmentVariable(Expected) ?? TilePaths.InUse, TilePaths.InUse);
}
