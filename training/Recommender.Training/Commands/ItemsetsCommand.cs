using System.CommandLine;
using Recommender.Core.Baskets;
using Recommender.Core.Baskets.Itemsets;
using Recommender.Storage.Tables;
using Recommender.Training.Terminal;
using Recommender.Training.Views;

namespace Recommender.Training.Commands;

/// <summary><c>recommender itemsets baskets.csv --kind closed --min-count 40</c></summary>
static class ItemsetsCommand
{
    static readonly TableColumn[] Columns = [new("items", CellKind.Names), new("size", CellKind.Whole), new("count", CellKind.Whole), new("support", CellKind.Number)];

    public static Command Create()
    {
        var data = new BasketOptions("itemsets are counted in whole baskets");
        var limits = new MiningLimits();
        var kind = new Option<string>("--kind") { Description = "frequent, closed or maximal.", HelpName = "kind", DefaultValueFactory = _ => "frequent" };
        kind.AcceptOnlyFromAmong([.. Enum.GetNames<ItemsetKind>().Select(name => name.ToLowerInvariant())]);
        var output = new Option<string?>("--out") { Description = "File for the itemsets: .csv, .json or .parquet. Without it they are counted only, in flat memory.", HelpName = "file" };
        var command = new Command("itemsets",
            """
            Find what stands in baskets together: all frequent itemsets, the closed ones or the maximal ones, exactly.

            Examples:
              recommender itemsets baskets.csv --min-support 0.01
              recommender itemsets --dataset shop --kind closed --min-count 40 --out itemsets.parquet
            """) { kind, output };
        data.AddTo(command);
        limits.AddTo(command);
        Verb.Bind(command, (verb, parsed, cancellationToken) =>
        {
            var source = data.Source(parsed);
            var asked = limits.Read(parsed);
            var file = parsed.GetValue(output);
            BasketOptions.Prepare(source, file);
            var found = new ProgressView(verb.Screen).Steps(progress =>
            {
                progress.Report(new("reading baskets"));
                var baskets = source.Read(verb, cancellationToken).Baskets;
                var options = asked.Options(baskets.Count) with { Kind = Enum.Parse<ItemsetKind>(parsed.GetRequiredValue(kind), ignoreCase: true), Progress = new ShareSteps("mining", progress) };
                var watch = System.Diagnostics.Stopwatch.StartNew();
                var result = file is null ? ItemsetMiner.Mine(baskets, options, take: null, cancellationToken) : Save(verb, file, (baskets, options), cancellationToken);
                return new ItemsetsView(baskets, options, result, watch.Elapsed.TotalSeconds);
            });

            if (verb.Json) Verb.Print(found.Json());
            else found.Show(verb.Screen, file);
            return ExitCode.Done;
        });
        return command;
    }

    static MiningResult Save(Verb verb, string file, (BasketSet Baskets, MiningOptions Options) mined, CancellationToken cancellationToken)
    {
        MiningResult? result = null;
        TableFile.Write(verb.Home, file, Columns, rows => result = ItemsetMiner.Mine(mined.Baskets, mined.Options, block => Write(block, mined.Baskets, rows), cancellationToken), cancellationToken);
        return result!;
    }

    static void Write(ItemsetBlock block, BasketSet baskets, IRowWriter rows)
    {
        var counts = block.Counts.Span;
        for (var itemset = 0; itemset < block.Count; itemset++)
        {
            var items = block.ItemsOf(itemset);
            rows.Names(baskets.Items, items);
            rows.Whole(items.Length);
            rows.Whole(counts[itemset]);
            rows.Number((double)counts[itemset] / baskets.Count);
            rows.EndRow();
        }
    }
}
