using Recommender.Core.Datasets;
using Recommender.Core.Numerics;

namespace Recommender.Training.Trainers.Autoencoder;

/// <summary>
/// The histories to learn from, without the last basket of some customers, which tells when to stop. Where purchases have no times a
/// fifth of the items of these customers takes its place.
/// </summary>
sealed class HeldOutBaskets
{
    const int FewestCustomers = 50;   // a mean over less says nothing
    const ulong Stream = 2;

    HeldOutBaskets(TrainingHistories histories, int[] customers, CsrMatrix targets) => (Histories, Customers, Targets) = (histories, customers, targets);

    /// <summary>What every customer bought, less what is held out.</summary>
    public TrainingHistories Histories { get; }

    /// <summary>Of whom something is held out.</summary>
    public int[] Customers { get; }

    /// <summary>What was held out, one row for each of <see cref="Customers"/>.</summary>
    public CsrMatrix Targets { get; }

    public static HeldOutBaskets Choose(Dataset dataset, AutoencoderOptions options, TrainingContext context)
    {
        var seed = (ulong)context.Seed;
        var whole = new TrainingHistories(dataset.CustomerItems(options.InputWeighting, context.Parallelism), dataset.CustomerItems(options.AnswerWeighting, context.Parallelism));
        var able = Enumerable.Range(0, whole.Customers).Where(customer => dataset.HasTimes ? dataset.Baskets.Of(customer).Baskets > 1 : whole.Inputs.RowCount(customer) > 1).ToArray();
        new RandomStream(seed, Stream).Shuffle(able.AsSpan());
        var chosen = able[..(int)(options.Validation * able.Length)];
        if (chosen.Length < FewestCustomers) return new(whole, [], new(new int[1], default, default, whole.Items));

        Array.Sort(chosen);
        var cut = new CutHistories(dataset, options, whole);
        foreach (var customer in chosen)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            if (dataset.HasTimes) cut.TakeLastBasket(customer);
            else cut.TakeSome(customer, new(seed, Stream, 1 + (ulong)customer));
        }
        return new(whole with { CutCustomers = chosen, Cut = cut.Left }, chosen, cut.Targets);
    }
}
