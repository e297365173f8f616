using System.CommandLine;
using System.Diagnostics;
using Recommender.Core;
using Recommender.Core.Baskets.CrossSell;
using Recommender.Core.Models.Folders;
using Recommender.Training.Experiments;
using Recommender.Training.Terminal;
using Recommender.Training.Views;
using Recommender.Training.Views.Pictures;

namespace Recommender.Training.Commands;

/// <summary><c>recommender matrix --dataset shop --anchor SHAMPOO</c></summary>
static class MatrixCommand
{
    static readonly CrossSellOptions Defaults = new();

    public static Command Create()
    {
        var data = new BasketOptions();
        var query = new QueryOptions();
        var floor = new Option<int>("--min-count") { Description = "Baskets that two things must share to be kept.", HelpName = "n", DefaultValueFactory = _ => Defaults.MinCount };
        var best = new Option<int>("--best") { Description = "Partners kept of each thing, by count and by lift.", HelpName = "n", DefaultValueFactory = _ => Defaults.Best };
        var memory = new Option<string>("--memory") { Description = "Working memory of the pairs; where it is too little for what is kept, nothing is answered.", HelpName = "size", DefaultValueFactory = _ => "2GB" };
        var anchor = new Option<string?>("--anchor") { Description = "Answer for this item: what goes with it, and what is bought instead of it.", HelpName = "item" };
        var cart = new Option<string?>("--cart") { Description = "Answer for a whole cart: items parted by commas.", HelpName = "items" };
        var limit = new Option<int>("--limit") { Description = "Rows shown.", HelpName = "n", DefaultValueFactory = _ => 20 };
        var model = new Option<string?>("--model") { Description = "Ask a matrix that was saved or published instead of counting again.", HelpName = "folder|name@version" };
        var save = new Option<string?>("--save") { Description = "Folder that gets the matrix, to be asked again or served.", HelpName = "folder" };
        var output = new Option<string?>("--out") { Description = "File for all pairs that pass: .csv, .json or .parquet.", HelpName = "file" };
        var html = new Option<string?>("--html") { Description = "File for a picture: network and heat map.", HelpName = "file" };
        var threads = CommonOptions.Threads();
        var command = new Command("matrix",
            """
            Count what is bought with what, exactly, and answer for an item or a whole cart.

            Examples:
              recommender matrix --dataset shop --save trained/cross-sell
              recommender matrix --model trained/cross-sell --anchor SHAMPOO --weights 0.2,0.6,0.2 --no-filters
              recommender matrix baskets.csv --cart "whole milk,butter" --html milk.html
            """) { floor, best, memory, anchor, cart, limit, model, save, output, html, threads };
        data.AddTo(command);
        query.AddTo(command);
        Verb.Bind(command, (verb, parsed, cancellationToken) =>
        {
            CheckQuestion(parsed.GetValue(anchor), parsed.GetValue(cart));
            var (asked, saved, folder) = (query.Read(parsed), parsed.GetValue(model), parsed.GetValue(save));
            var source = saved is null ? data.Source(parsed) : null;
            if (saved is not null && (folder is not null || data.IsGiven(parsed))) throw new WrongUseException("--model is a matrix that was counted before. Leave the data and --save away, or --model.");

            if (asked.IsDecayed && source is { Request.HalfLife: 0 }) throw new WrongUseException("--decayed measures by counts that decay by age, and without a half-life none do. Give --half-life as well, or leave --decayed away.");

            var options = new CrossSellOptions { MinCount = InRange.Of(parsed.GetValue(floor), 1, int.MaxValue, "--min-count"), Best = InRange.Of(parsed.GetValue(best), 1, 1_000_000, "--best"), Memory = WrongUse.Check(() => ByteSize.Parse(parsed.GetRequiredValue(memory))), Threads = CommonOptions.ThreadsOf(parsed, threads) };
            var shown = InRange.Of(parsed.GetValue(limit), 1, 100_000, "--limit");
            if (folder is not null) ModelFolder.CheckThatItIsFree(Path.GetFullPath(folder));
            BasketOptions.Prepare(source, parsed.GetValue(output), parsed.GetValue(html));

            using var matrix = source is null ? Open(verb, saved!, cancellationToken) : Count(verb, (source, options), cancellationToken);
            if (folder is not null) matrix.Save(folder, cancellationToken);
            var answer = new MatrixAnswer(matrix, asked, shown);
            if (parsed.GetValue(anchor) is { } item) answer.AskAnchor(item);
            else if (parsed.GetValue(cart) is { } items) answer.AskCart(items);
            else answer.AskAll(cancellationToken);

            if (parsed.GetValue(output) is { } file) MatrixTable.Write(verb.Home, file, answer, cancellationToken);
            if (parsed.GetValue(html) is { } picture) PairPicture.Write(picture, $"Bought together: {matrix.Name}", answer.Edges());
            if (verb.Json) Verb.Print(MatrixJson.Of(answer));
            else MatrixView.Show(verb.Screen, answer, [folder, parsed.GetValue(output), parsed.GetValue(html)]);
            return ExitCode.Done;
        });
        return command;
    }

    static void CheckQuestion(string? anchor, string? cart)
    {
        if (anchor is not null && cart is not null) throw new WrongUseException("--anchor and --cart exclude each other. Give one of them.");
        if (anchor is not null && string.IsNullOrWhiteSpace(anchor)) throw new WrongUseException($"--anchor '{anchor}' names nothing. Give an item.");
        if (cart is not null && cart.All(letter => letter == ',' || char.IsWhiteSpace(letter))) throw new WrongUseException($"--cart '{cart}' names nothing. Give items parted by commas.");
    }

    static CountedMatrix Open(Verb verb, string saved, CancellationToken cancellationToken)
    {
        try
        {
            return CountedMatrix.Open(ModelPlace.Find(verb, saved), cancellationToken);
        }
        catch (UserErrorException missing) when (!Directory.Exists(saved))
        {
            throw new UserErrorException($"{missing.Message.TrimEnd('.')}. A cross-sell matrix is made by: recommender matrix --dataset <name> --save {saved}", missing);
        }
    }

    static CountedMatrix Count(Verb verb, (BasketSource Source, CrossSellOptions Options) asked, CancellationToken cancellationToken) =>
        new ProgressView(verb.Screen).Steps(progress =>
        {
            progress.Report(new("reading baskets"));
            var data = asked.Source.Read(verb, cancellationToken);
            using var memory = new PeakMemory();
            var started = Stopwatch.GetTimestamp();
            var matrix = CrossSellBuilder.Build(data.Baskets, asked.Options, new ShareSteps("counting pairs", progress), cancellationToken);
            return CountedMatrix.Of(data, matrix, asked.Options, (Stopwatch.GetElapsedTime(started).TotalSeconds, memory.Megabytes));
        });
}
