using System.CommandLine;
using Recommender.Core.Baskets.Bundles;
using Recommender.Training.Experiments;
using Recommender.Training.Terminal;
using Recommender.Training.Views;
using Recommender.Training.Views.Pictures;

namespace Recommender.Training.Commands;

/// <summary><c>recommender bundles --dataset shop --discount 10 --min-margin 20</c></summary>
static class BundlesCommand
{
    static readonly BundleOptions Defaults = new();

    public static Command Create()
    {
        var data = new BasketOptions("success, reach and stock of a bundle are counted in whole baskets");
        var count = new Option<int>("--min-count") { Description = "Baskets that hold all parts.", HelpName = "n", DefaultValueFactory = _ => Defaults.MinCount };
        var parts = new Option<int>("--max-items") { Description = $"Parts of the largest bundle, 2 to {BundleOptions.MostItems}.", HelpName = "n", DefaultValueFactory = _ => Defaults.MaxItems };
        var lift = new Option<double>("--min-lift") { Description = "Least lift, of the whole and of every part with the rest.", HelpName = "times", DefaultValueFactory = _ => Defaults.MinLift };
        var discount = new Option<double>("--discount") { Description = "Percent off the parts' prices.", HelpName = "percent", DefaultValueFactory = _ => Defaults.Discount };
        var margin = new Option<double>("--min-margin") { Description = "Floor of the margin, in percent of what is paid: discounts are made smaller to respect it.", HelpName = "percent", DefaultValueFactory = _ => Defaults.MinMargin };
        var uplift = new Option<double>("--uplift") { Description = "By how many percent the offer is assumed to raise joint purchases.", HelpName = "percent", DefaultValueFactory = _ => Defaults.Uplift };
        var stock = new Option<long>("--min-stock") { Description = "Bundles that the stock must suffice for.", HelpName = "n", DefaultValueFactory = _ => Defaults.MinStock };
        var sort = new Option<string>("--sort") { Description = $"What comes first: {string.Join(", ", Enum.GetNames<BundleSort>().Select(SortName))}.", HelpName = "what", DefaultValueFactory = _ => SortName(nameof(BundleSort.ExtraMargin)) };
        sort.AcceptOnlyFromAmong([.. Enum.GetNames<BundleSort>().Select(SortName)]);
        var limit = new Option<int>("--limit") { Description = "Bundles listed.", HelpName = "n", DefaultValueFactory = _ => 20 };
        var output = new Option<string?>("--out") { Description = "File for the bundles: .csv, .json or .parquet.", HelpName = "file" };
        var html = new Option<string?>("--html") { Description = "File for a picture: network and heat map.", HelpName = "file" };
        var threads = CommonOptions.Threads();
        var command = new Command("bundles",
            """
            Propose things to sell as one, with price, margin, stock, probability of success and what would have been bought anyway.

            Examples:
              recommender bundles --dataset shop --discount 10 --min-margin 20
              recommender bundles --dataset shop --max-items 2 --sort success --out bundles.csv
            """) { count, parts, lift, discount, margin, uplift, stock, sort, limit, output, html, threads };
        data.AddTo(command);
        Verb.Bind(command, (verb, parsed, cancellationToken) =>
        {
            var source = data.Source(parsed);
            var options = new BundleOptions
            {
                MinCount = parsed.GetValue(count),
                MaxItems = parsed.GetValue(parts),
                MinLift = parsed.GetValue(lift),
                Discount = parsed.GetValue(discount),
                MinMargin = parsed.GetValue(margin),
                Uplift = parsed.GetValue(uplift),
                MinStock = parsed.GetValue(stock),
                Sort = Enum.GetValues<BundleSort>().Single(value => SortName(value.ToString()) == parsed.GetValue(sort)),
                Limit = parsed.GetValue(limit),
                Threads = CommonOptions.ThreadsOf(parsed, threads),
            };
            WrongUse.Check(options.Check);
            BasketOptions.Prepare(source, parsed.GetValue(output), parsed.GetValue(html));

            var proposed = new ProgressView(verb.Screen).Steps(progress => Propose(verb, (source, options), progress, cancellationToken));
            if (parsed.GetValue(output) is { } file) BundleTable.Write(verb.Home, file, proposed, cancellationToken);
            if (parsed.GetValue(html) is { } picture) PairPicture.Write(picture, $"Bundles: {proposed.Data.Name}", proposed.Edges());
            if (verb.Json) Verb.Print(BundleJson.Of(proposed));
            else BundleView.Show(verb.Screen, proposed, [parsed.GetValue(output), parsed.GetValue(html)]);
            return ExitCode.Done;
        });
        return command;
    }

    static ProposedBundles Propose(Verb verb, (BasketSource Source, BundleOptions Options) asked, IProgress<StepProgress> progress, CancellationToken cancellationToken)
    {
        progress.Report(new("reading baskets"));
        var data = asked.Source.Read(verb, cancellationToken);
        var options = asked.Options with { Progress = new ShareSteps("looking for bundles", progress) };
        return new(data, options, BundleFinder.Find(data.Baskets, data.Facts, options, cancellationToken));
    }

    // ExtraMargin is asked for as extra-margin.
    static string SortName(string name) => string.Concat(name.Select((letter, at) => char.IsUpper(letter) && at > 0 ? $"-{char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"));
}
