using Recommender.Training.Trainers.Autoencoder;
using Xunit;

namespace Recommender.Tests.Training.Trainers.Autoencoder;

public sealed class BestNumbersTests
{
    [Fact]
    public void The_numbers_of_the_best_epoch_come_back()
    {
        float[] values = [0];
        var best = new BestNumbers([new(values, new float[1], decay: 0)], patience: 2);

        Assert.Equal([true, true, true, true, false], new[] { 0.3, 0.2, 0.4, 0.4, 0.1 }.Select((measure, epoch) => GoesOn(best, values, epoch, measure)));
        best.Restore();

        Assert.Equal([2f], values);
    }

    [Fact]
    public void Without_a_measure_the_last_numbers_stay()
    {
        float[] values = [7];

        new BestNumbers([new(values, new float[1], decay: 0)], patience: 2).Restore();

        Assert.Equal([7f], values);
    }

    static bool GoesOn(BestNumbers best, float[] values, int epoch, double measure)
    {
        values[0] = epoch;
        return best.GoesOn(measure);
    }
}
