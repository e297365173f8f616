
namespace Recommender.Training.Commands;

/// <summary>Numbers of the command line that must lie between two others.</summary>
static class InRange
{
    public static int Of(int value, int low, int high, string option) =>
        value >= low && value <= high ? value : throw new WrongUseException($"{option} {value} is outside {low} to {high}.");
}
