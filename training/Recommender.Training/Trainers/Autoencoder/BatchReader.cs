using Recommender.Core.Datasets;
using Recommender.Core.Models.Autoencoders;
using Recommender.Core.Numerics;

namespace Recommender.Training.Trainers.Autoencoder;

/// <summary>Makes the batches of a run: histories of length 1 of which a part is dropped. What a row draws depends on its customer and epoch alone.</summary>
sealed class BatchReader(TrainingHistories histories, double dropout, int noise, ulong seed)
{
    const ulong FirstEpoch = 16;   // streams below are for other draws of the run

    // Targets are counted in mean weights: the loss has the same scale in pieces, in money and after any half-life.
    readonly float _targetScale = (float)(1 / Mean(histories.Answers));

    public Batch Read(ReadOnlySpan<int> customers, int epoch)
    {
        var (inputs, targets) = (new SparseRowsBuilder(hasValues: true), new SparseRowsBuilder(hasValues: true));
        var drawn = Matrix.Zero(noise > 0 ? customers.Length : 0, noise);
        for (var row = 0; row < customers.Length; row++)
        {
            var random = new RandomStream(seed, FirstEpoch + (ulong)epoch, (ulong)customers[row]);
            Drop(customers[row], random, inputs);
            targets.AddRow(histories.Entries(customers[row]), Targets(customers[row]));
            if (noise > 0) Draw(random, drawn.Row(row));
        }
        return new(inputs.Build(histories.Items), targets.Build(histories.Items), drawn);
    }

    /// <summary>Whole histories of length 1.</summary>
    public CsrMatrix ReadWhole(ReadOnlySpan<int> customers)
    {
        var inputs = new SparseRowsBuilder(hasValues: true);
        foreach (var customer in customers) inputs.AddRow(histories.Entries(customer), Input(customer));
        return inputs.Build(histories.Items);
    }

    void Drop(int customer, RandomStream random, SparseRowsBuilder inputs)
    {
        var items = histories.Entries(customer);
        var weights = Input(customer);
        var kept = (float)(1 / (1 - dropout));
        for (var entry = 0; entry < items.Length; entry++)
        {
            if (!random.Chance(dropout)) inputs.Add(items[entry], weights[entry] * kept);
        }
        inputs.EndRow();
    }

    static void Draw(RandomStream random, Span<float> noise)
    {
        foreach (ref var number in noise) number = (float)random.Normal();
    }

    float[] Input(int customer)
    {
        var weights = histories.InputWeights(customer);
        UnitLength.TryScale(weights);
        return weights;
    }

    float[] Targets(int customer)
    {
        var weights = histories.AnswerWeights(customer);
        for (var entry = 0; entry < weights.Length; entry++) weights[entry] *= _targetScale;
        return weights;
    }

    static double Mean(CsrMatrix answers)
    {
        if (answers.IsBinary || answers.Count == 0) return 1;

        var sum = 0.0;
        foreach (var value in answers.Values.Span) sum += Math.Min(value, float.MaxValue);
        return sum > 0 ? sum / answers.Count : 1;
    }
}
