using Recommender.Core.Models;
using Recommender.Core.Models.Folders;
using Recommender.Engine.Assortments;
using Recommender.Engine.Filters;
using Recommender.Engine.Merchandising;
using Recommender.Engine.Merchandising.Rules;

namespace Recommender.Engine.Answers;

/// <summary>What one tenant is served with, beside its models: the assortment, how customers are recognised, and the time.</summary>
public sealed class Shop(string tenant, Assortment assortment, TimeProvider clock)
{
    readonly Ranker _ranker = new(assortment, clock);

    /// <summary>The tenant.</summary>
    public string Tenant => tenant;

    /// <summary>The items as they are now.</summary>
    public Assortment Assortment => assortment;

    /// <summary>The keyed hash of a customer's id, by which models know customers; null where nobody is known, or the person was forgotten.</summary>
    public Func<string, byte[]?> HashOf { get; init; } = _ => null;

    /// <summary>
    /// Who is asking: with what the model knows of the customer, and behind it the items that the question brings. Time goes on from the
    /// end of the training data as it has gone on since the training, so that a shop whose data is older than its model is not all overdue.
    /// </summary>
    public Shopper ShopperOf(Question question, TrainedModel trained, DateTime trainedAt)
    {
        var known = question.Customer is { } customer && HashOf(customer) is { } hash
            ? trained.Customer(hash, question.Repeats) : Shopper.Stranger(Core.Datasets.History.Empty, trained.Now, question.Repeats);
        var now = trained.Now + Math.Max(0, (int)(clock.GetUtcNow().UtcDateTime - trainedAt).TotalMinutes);
        var newest = NumbersOf(question.Items, trained);
        return newest.Length == 0 ? known with { Now = now }
            : new(-1, Visit.After(known.History, newest, now, trained.Model.ItemCount), now, question.Repeats);
    }

    /// <summary>The model's numbers of these items; those it does not know say nothing.</summary>
    public static int[] NumbersOf(IReadOnlyList<string> items, TrainedModel trained)
    {
        if (items.Count == 0) return [];

        var (numbers, known) = (new int[items.Count], 0);
        foreach (var id in items)
        {
            if (trained.Items.Find(id) is >= 0 and var item) numbers[known++] = item;
        }
        return numbers[..known];
    }

    /// <summary>The rules of its merchandisers; others take their place for every later question.</summary>
    public RuleSet Rules
    {
        get => _ranker.Rules;
        set => _ranker.Rules = value;
    }

    internal bool HasRules => Rules.Count > 0;

    /// <summary>The filter of a question; null for none.</summary>
    internal Filter? FilterOf(Question question)
    {
        try
        {
            return question.Filter is { } text ? _ranker.Filters.Get(text) : null;
        }
        catch (FilterException wrong)
        {
            throw new QuestionException("filter", wrong.Message);
        }
    }

    /// <summary>Begins to rank a list.</summary>
    internal Ranking Begin(RankingContext context)
    {
        try
        {
            return _ranker.Begin(context);
        }
        catch (FilterException wrong)
        {
            throw new QuestionException("filter", wrong.Message);
        }
    }

    /// <summary>The rows of these items; those that nobody ever named have none.</summary>
    internal IReadOnlyCollection<int> RowsOf(IReadOnlyList<string> items) =>
        items.Count == 0 ? [] : [.. items.Select(assortment.Find).Where(row => row >= 0)];
}
