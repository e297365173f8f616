using Recommender.Core.Datasets;
using Recommender.Core.Models;
using Recommender.Core.Models.Folders;
using Recommender.Storage.Homes;

namespace Recommender.Training.Scoring;

/// <summary>
/// The customers of a data set as a model sees them: those it was trained on by their hashes, the others as strangers with the history
/// that the data has of them. Whoever asked to be forgotten is not in it.
/// </summary>
sealed class Audience
{
    const int Stranger = -1;
    const int Forgotten = -2;

    readonly TrainedModel _trained;
    readonly Dataset _dataset;
    readonly ShopBaskets _bought;   // the data's baskets in the model's items
    readonly int[] _numbers;        // by customer of the data: the model's number, or one of the two above

    Audience(TrainedModel trained, Dataset dataset, int[] numbers) =>
        (_trained, _dataset, _numbers, _bought) = (trained, dataset, numbers, KnownItems.Of(dataset, trained.Items));

    /// <summary>The customers' ids, in the order of the data.</summary>
    public Vocabulary Names => _dataset.Customers;

    /// <summary>The items that the model scores.</summary>
    public Vocabulary Items => _trained.Items;

    /// <summary>The model.</summary>
    public IModel Model => _trained.Model;

    /// <summary>Customers of the data, the forgotten ones too.</summary>
    public int Count => _numbers.Length;

    /// <summary>Customers whom the model was not trained on.</summary>
    public int Strangers => _numbers.Count(number => number == Stranger);

    /// <summary>Recognises everybody by the tenant's key.</summary>
    public static Audience Of(TrainedModel trained, Dataset dataset, (TenantKey Key, SuppressionList Suppressed) people, CancellationToken cancellationToken)
    {
        var hashes = CustomerHashes.Bytes(people.Key, dataset.Customers, cancellationToken);
        var numbers = new int[dataset.Customers.Count];
        Parallel.For(0, numbers.Length, new() { CancellationToken = cancellationToken }, customer => numbers[customer] = Number(trained.CustomerHashes, CustomerHashes.At(hashes, customer), customer, people.Suppressed));
        return new(trained, dataset, numbers);
    }

    /// <summary>Whether the customer is scored at all.</summary>
    public bool Has(int customer) => _numbers[customer] != Forgotten;

    /// <summary>The customer as the model takes it.</summary>
    public Shopper Shopper(int customer, Repeats repeats) => _numbers[customer] is >= 0 and var known
        ? new(known, _trained.Histories.Of(known), _trained.Now, repeats)
        : Core.Models.Shopper.Stranger(_bought.Of(customer), _dataset.Now, repeats);

    /// <summary>Takes out of a row of scores what the customer bought, by the model's data or since.</summary>
    public void LeaveOutBought(int customer, Span<float> scores)
    {
        ModelAnswers.LeaveOut(_bought.Of(customer).Items, scores);
        if (_numbers[customer] >= 0) ModelAnswers.LeaveOut(_trained.Histories.Of(_numbers[customer]).Items, scores);
    }

    // A model of this very data has everybody in the same place, which saves the search.
    static int Number(Vocabulary known, ReadOnlySpan<byte> hash, int place, SuppressionList suppressed)
    {
        if (suppressed.Count > 0 && suppressed.Contains(Convert.ToHexStringLower(hash))) return Forgotten;

        return place < known.Count && known.Utf8(place).SequenceEqual(hash) ? place : known.Find(hash);
    }
}
