using Recommender.Core.Numerics;

namespace Recommender.Storage.Generation.Distributor;

/// <summary>Plants the declines: parts lost to a competitor, and accounts that shrink as a whole.</summary>
static class Declines
{
    public const string Competitor = "competitor";
    public const string ShrinkingAccount = "shrinking_account";
    public const string Discontinued = "discontinued";

    public static readonly string[] Kinds = [Competitor, ShrinkingAccount, Discontinued];

    public static readonly string[] Columns =
        ["account", "site", "item", "family", "region", "from", "kind", "shape", "rate_after", "partners"];

    const double ShareThatShrinks = 0.08;
    const double ShareThatLosesParts = 0.45;
    const double ChanceOfSecondPart = 0.3;
    const double ChanceOfGradual = 0.35;
    const int FadeDays = 90;

    public static void Plant(Account account, int days, RandomStream random)
    {
        var fate = random.NextDouble();
        if (fate < ShareThatShrinks)
            account.Shrinking = new Loss(days - random.Between(200, 400), random.Between(0.3, 0.5), FadeDays: 0);
        else if (fate < ShareThatShrinks + ShareThatLosesParts)
            LoseParts(account, days, random);
    }

    /// <summary>Parts go at one site, or at every site that reorders the same kit often.</summary>
    static void LoseParts(Account account, int days, RandomStream random)
    {
        var busy = account.Programmes.Where((_, i) => i % (account.Programmes.Count / account.Regions.Length) == 0).ToArray();
        var first = random.Of<Programme>(busy);
        Programme[] losing = random.Chance(0.4) ? [.. busy.Where(other => other.Kit == first.Kit)] : [first];
        var gradual = random.Chance(ChanceOfGradual);
        var loss = new Loss(
            days - random.Between(gradual ? 290 : 200, 420), random.Chance(0.6) ? 0 : 0.08, gradual ? FadeDays : 0);

        var lost = random.Chance(ChanceOfSecondPart) ? 2 : 1;
        for (var part = random.Below(first.Kit.Items.Length); lost > 0; lost--, part = (part + 1) % first.Kit.Items.Length)
        {
            if (first.Kit.Items[part].DiscontinuedDay is not null) continue;

            foreach (var programme in losing) programme.Lose(part, loss);
        }
    }
}
