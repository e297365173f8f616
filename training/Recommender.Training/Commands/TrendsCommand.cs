using System.CommandLine;
using Recommender.Core.Baskets.Trends;
using Recommender.Training.Experiments;
using Recommender.Training.Terminal;
using Recommender.Training.Views;

namespace Recommender.Training.Commands;

/// <summary><c>recommender trends --dataset shop --at 2026-01-01 --days 180</c></summary>
static class TrendsCommand
{
    static readonly TrendOptions Defaults = new();

    public static Command Create()
    {
        var data = new BasketOptions("a trend compares two periods whose baskets count alike");
        var at = new Option<DateTime?>("--at") { Description = "The day that parts the two periods [default: the middle of the history].", HelpName = "date" };
        var days = new Option<int?>("--days") { Description = "Length of each period [default: as long as both sides of the day allow].", HelpName = "n" };
        var floor = new Option<int>("--min-count") { Description = "Baskets of both periods that a pair must stand in.", HelpName = "n", DefaultValueFactory = _ => Defaults.MinCount };
        var maxQ = new Option<double>("--max-q") { Description = "Share of false alarms among what is answered.", HelpName = "share", DefaultValueFactory = _ => Defaults.MaxQ };
        var limit = new Option<int>("--limit") { Description = "Rows shown of each kind.", HelpName = "n", DefaultValueFactory = _ => 20 };
        var output = new Option<string?>("--out") { Description = "File for all of them: .csv, .json or .parquet.", HelpName = "file" };
        var threads = CommonOptions.Threads();
        var command = new Command("trends",
            """
            What joined and what fell apart: pairs bought together more, or less, than before, beyond what popularity explains.

            Examples:
              recommender trends --dataset shop --at 2026-01-01 --days 180
              recommender trends --dataset shop --level category --out trends.csv
            """) { at, days, floor, maxQ, limit, output, threads };
        data.AddTo(command);
        Verb.Bind(command, (verb, parsed, cancellationToken) =>
        {
            var source = data.Source(parsed);
            if (source.File is not null) throw new WrongUseException("A file of baskets has no times, and trends need them. Import the data and give --dataset.");

            var options = new TrendOptions { MinCount = InRange.Of(parsed.GetValue(floor), 1, int.MaxValue, "--min-count"), MaxQ = parsed.GetValue(maxQ) is > 0 and <= 1 and var q ? q : throw new WrongUseException($"--max-q {parsed.GetValue(maxQ)} is no share. Give one above 0 and up to 1, such as 0.05."), Threads = CommonOptions.ThreadsOf(parsed, threads) };
            var length = parsed.GetValue(days) is { } given ? InRange.Of(given, 1, 36_500, "--days") : (int?)null;
            BasketOptions.Prepare(source, parsed.GetValue(output));

            var shown = InRange.Of(parsed.GetValue(limit), 1, 100_000, "--limit");
            var found = new ProgressView(verb.Screen).Steps(progress =>
            {
                progress.Report(new("reading baskets"));
                var read = source.Read(verb, cancellationToken);
                var periods = Periods.Of(read.Baskets, parsed.GetValue(at), length);
                return new FoundTrends(read, periods, TrendFinder.Find(periods.Before, periods.After, options, new ShareSteps("comparing pairs", progress), cancellationToken));
            });
            if (parsed.GetValue(output) is { } file) TrendTable.Write(verb.Home, file, found, cancellationToken);
            if (verb.Json) Verb.Print(TrendJson.Of(found, shown));
            else TrendView.Show(verb.Screen, found, shown, parsed.GetValue(output));
            return ExitCode.Done;
        });
        return command;
    }
}
