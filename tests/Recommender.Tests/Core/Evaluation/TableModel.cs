using Recommender.Core.Models;
using Recommender.Core.Models.Tensors;
using Recommender.Core.Numerics;

namespace Recommender.Tests.Core.Evaluation;

/// <summary>A model whose every score and rating is given: customer by item.</summary>
sealed class TableModel(int items, Func<int, int, float> score) : IRatingModel
{
    public string Kind => "table";

    public int ItemCount => items;

    public bool HeedsRepeats { get; init; }

    /// <summary>How often it was asked for a block of scores.</summary>
    public int Blocks => _blocks;

    int _blocks;

    public void Score(ReadOnlySpan<Shopper> shoppers, Matrix scores)
    {
        Interlocked.Increment(ref _blocks);
        for (var row = 0; row < shoppers.Length; row++)
        {
            for (var item = 0; item < items; item++) scores.Row(row)[item] = score(shoppers[row].Customer, item);
        }
    }

    public float Predict(int customer, int item) => score(customer, item);

    public void ScoreSimilar(int item, Span<float> scores) => scores.Fill(float.NegativeInfinity);

    public IReadOnlyList<Reason> Explain(Shopper shopper, int item, int count) => [];

    public void Write(TensorWriter tensors) => tensors.Note("table", "given");
}
