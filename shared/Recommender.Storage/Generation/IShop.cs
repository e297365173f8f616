using System.Text.Json.Nodes;

namespace Recommender.Storage.Generation;

/// <summary>A demo shop: a catalogue made once, and customers made in blocks that know nothing of each other.</summary>
interface IShop
{
    Calendar Calendar { get; }

    IReadOnlyList<CatalogueItem> Items { get; }

    IReadOnlyList<string> CustomerColumns { get; }

    /// <summary>The truth file that goes with the customers, and its columns.</summary>
    (string File, IReadOnlyList<string> Columns) CustomerTruth { get; }

    /// <summary>Writes the customers of block number <paramref name="index"/>, up to the block's line limit.</summary>
    void Fill(ShopBlock block, int index, CancellationToken cancellationToken);

    /// <summary>What the shop adds to truth.json, and truth files of its own.</summary>
    JsonObject Truth(ShopCounts counts, Func<string, CsvBuffer> file);
}
