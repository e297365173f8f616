using System.Globalization;
using System.Text.Json.Nodes;

namespace Recommender.Storage.Generation.Distributor;

/// <summary>The truth about the distributor's declines: truth-declines.csv and its part of truth.json.</summary>
static class DeclineTruth
{
    /// <summary>The header, and what the seller itself no longer sells.</summary>
    public static void Begin(CsvBuffer to, PartCatalogue catalogue, Calendar calendar)
    {
        to.Line([.. Declines.Columns]);
        foreach (var item in catalogue.Items.Where(item => item.DiscontinuedDay is not null))
            to.Line(null, null, item.Id, item.Family, null, calendar.Text(item.DiscontinuedDay!.Value), Declines.Discontinued, "sudden", "0", null);
    }

    public static void Write(ShopBlock block, Account account, Calendar calendar)
    {
        if (account.Shrinking is { } loss)
        {
            block.Truth.Line(
                account.Id, null, null, null, null, calendar.Text(loss.From), Declines.ShrinkingAccount, loss.Shape, Text(loss.RateAfter), null);
            block.Counts.Planted[Array.IndexOf(Declines.Kinds, Declines.ShrinkingAccount)]++;
        }

        foreach (var programme in account.Programmes.Where(programme => programme.IsWritten))
            for (var part = 0; part < programme.Kit.Items.Length; part++)
                if (programme.LossOf(part) is { } lost) WritePart(block, account, (programme, part, lost), calendar);
    }

    public static JsonObject Describe(ShopCounts counts, PartCatalogue catalogue) => new()
    {
        ["declines"] = new JsonObject
        {
            [Declines.Competitor] = counts.Planted[0],
            [Declines.ShrinkingAccount] = counts.Planted[1],
            [Declines.Discontinued] = catalogue.Items.Count(item => item.DiscontinuedDay is not null),
        },
        ["kits"] = new JsonArray([.. catalogue.Kits.Select(kit => new JsonObject
        {
            ["industry"] = DistributorNames.Industries[kit.Industry],
            ["items"] = new JsonArray([.. kit.Items.Select(item => JsonValue.Create(item.Id))]),
        })]),
    };

    static void WritePart(ShopBlock block, Account account, (Programme Programme, int Part, Loss Loss) lost, Calendar calendar)
    {
        var item = lost.Programme.Kit.Items[lost.Part];
        block.Truth.Line(
            account.Id, account.SiteId(lost.Programme.Site), item.Id, item.Family, account.Regions[lost.Programme.Site],
            calendar.Text(lost.Loss.From), Declines.Competitor, lost.Loss.Shape, Text(lost.Loss.RateAfter),
            string.Join('|', lost.Programme.Partners.Select(partner => partner.Id)));
        block.Counts.Planted[Array.IndexOf(Declines.Kinds, Declines.Competitor)]++;
    }

    static string Text(double rate) => Math.Round(rate, 3).ToString(CultureInfo.InvariantCulture);
}
