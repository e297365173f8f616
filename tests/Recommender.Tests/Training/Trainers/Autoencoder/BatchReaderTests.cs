using Recommender.Core.Datasets;
using Recommender.Training.Trainers.Autoencoder;
using Xunit;

namespace Recommender.Tests.Training.Trainers.Autoencoder;

public sealed class BatchReaderTests
{
    static readonly TrainingHistories Histories = new(
        CsrMatrix.From(2, 400, Enumerable.Range(0, 400).Select(item => (0, item, 2f)).Append((1, 7, 3f)).Append((1, 9, 4f))),
        CsrMatrix.From(2, 400, Enumerable.Range(0, 400).Select(item => (0, item, 5f)).Append((1, 7, 206f)).Append((1, 9, 1000f))));

    [Fact]
    public void Whole_histories_have_length_1() =>
        Assert.Equal([0.6f, 0.8f], new BatchReader(Histories, dropout: 0.5, noise: 0, seed: 1).ReadWhole([1]).RowValues(0).ToArray());

    [Fact]
    public void Targets_are_counted_in_mean_weights_and_never_dropped()
    {
        var batch = new BatchReader(Histories, dropout: 0.9, noise: 0, seed: 1).Read([1, 0], epoch: 1);

        Assert.Equal(400, batch.Targets.RowCount(1));
        Assert.Equal(402, batch.Targets.Values.ToArray().Sum(value => (double)value), 1e-2);
        Assert.Equal(1000f / 206, batch.Targets.RowValues(0)[1] / batch.Targets.RowValues(0)[0], 1e-5);
    }

    [Fact]
    public void The_asked_share_is_dropped_and_the_rest_makes_up_for_it()
    {
        var batch = new BatchReader(Histories, dropout: 0.75, noise: 0, seed: 1).Read([0], epoch: 1);

        Assert.InRange(batch.Inputs.Count, 70, 130);
        Assert.All(batch.Inputs.Values.ToArray(), value => Assert.Equal(4f / 20, value, 1e-6f));
    }

    [Fact]
    public void What_is_dropped_and_drawn_depends_on_customer_and_epoch_alone()
    {
        var reader = new BatchReader(Histories, dropout: 0.5, noise: 3, seed: 1);

        var (alone, behind, later) = (reader.Read([0], epoch: 2), reader.Read([1, 0], epoch: 2), reader.Read([0], epoch: 3));

        Assert.Equal(alone.Inputs.RowIndices(0).ToArray(), behind.Inputs.RowIndices(1).ToArray());
        Assert.Equal(alone.Noise.Row(0).ToArray(), behind.Noise.Row(1).ToArray());
        Assert.NotEqual(alone.Inputs.RowIndices(0).ToArray(), later.Inputs.RowIndices(0).ToArray());
        Assert.NotEqual(alone.Noise.Row(0).ToArray(), later.Noise.Row(0).ToArray());
    }
}
