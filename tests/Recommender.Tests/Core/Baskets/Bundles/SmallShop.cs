using Recommender.Core.Baskets;
using Recommender.Core.Baskets.Bundles;
using Recommender.Core.Datasets;
using Xunit;

namespace Recommender.Tests.Core.Baskets.Bundles;

/// <summary>A shop of a few baskets, written as texts of one-letter items; letters stand in the vocabulary in their order.</summary>
sealed class SmallShop
{
    readonly string[] _baskets;

    public SmallShop(params string[] baskets)
    {
        _baskets = baskets;
        Letters = [.. baskets.SelectMany(basket => basket).Distinct().Order()];
    }

    public char[] Letters { get; }

    public Catalogue Facts { get; init; } = Catalogue.Empty;

    public int[] CustomerStarts { get; init; } = [];

    public BasketSet Baskets => new()
    {
        Lines = CsrMatrix.From(_baskets.Length, Letters.Length, _baskets.SelectMany((basket, row) => basket.Distinct().Select(letter => (row, Array.IndexOf(Letters, letter), 1f)))),
        Items = Vocabulary.Of(Letters.Select(letter => $"{letter}")),
        CustomerStarts = CustomerStarts,
    };

    public static IEnumerable<string> Times(int count, string basket) => Enumerable.Repeat(basket, count);

    public BundleResult Find(BundleOptions options) => BundleFinder.Find(Baskets, Facts, options, TestContext.Current.CancellationToken);

    public string Text(Bundle bundle) => string.Concat(bundle.Items.Select(item => Letters[item]));

    public string[] Texts(BundleOptions options) => [.. Find(options).Bundles.Select(Text)];
}
