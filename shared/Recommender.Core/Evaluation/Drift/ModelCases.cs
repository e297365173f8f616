using Recommender.Core.Datasets;
using Recommender.Core.Models.Folders;

namespace Recommender.Core.Evaluation.Drift;

/// <summary>Cases of a cut as a stored model numbers its customers and items, so that it can be asked about what came after it.</summary>
public static class ModelCases
{
    /// <summary>The fold with the model's own numbers; null when the model knows nobody, or nothing, of what is asked.</summary>
    /// <param name="fold">A cut at the end of what the model knows.</param>
    /// <param name="hashes">The keyed hashes of the fold's cases.</param>
    /// <param name="opened">The model.</param>
    public static Fold? Of(Fold fold, Vocabulary hashes, OpenedModel opened)
    {
        var (trained, cases) = (opened.Trained, fold.Cases);
        int[] items = [.. Enumerable.Range(0, fold.Training.Items.Count).Select(item => trained.Items.Find(fold.Training.Items.Utf8(item)))];
        int[] customers = [.. Enumerable.Range(0, cases.Count).Select(place => trained.CustomerHashes.Find(hashes.Utf8(place)))];
        int[] asked = [.. Enumerable.Range(0, cases.Count).Where(place => customers[place] >= 0 && Known(place).Length > 0)];
        if (asked.Length == 0) return null;

        int[] numbers = [.. asked.Select(place => customers[place])];
        return new(Training(fold.Training, opened), new()
        {
            Customers = numbers,
            HistoryOf = place => trained.Histories.Of(numbers[place]),
            Targets = CsrMatrix.From(asked.Length, trained.Items.Count, asked.SelectMany((place, row) => Known(place).Select(target => (row, target.Item, target.Value)))),
            Names = hashes.Select(asked),
            Moments = [.. asked.Select(place => cases.Moments[place])],
        });

        (int Item, float Value)[] Known(int place)
        {
            var (targets, values) = (cases.Targets.RowIndices(place).ToArray(), cases.Targets.RowValues(place).ToArray());
            return [.. targets.Select((item, entry) => (items[item], values.Length == 0 ? 1 : values[entry])).Where(target => target.Item1 >= 0)];
        }
    }

    static Dataset Training(Dataset cut, OpenedModel opened) => new()
    {
        Name = cut.Name,
        Hash = opened.Manifest.Snapshot,
        Customers = opened.Trained.CustomerHashes,
        Items = opened.Trained.Items,
        Baskets = opened.Trained.Histories,
        Now = opened.Trained.Now,
        HasTimes = cut.HasTimes,
    };
}
