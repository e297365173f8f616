using System.CommandLine;
using Recommender.Core.Interactions;
using Recommender.Storage.Baskets;
using Recommender.Storage.Tables;
using Recommender.Training.Experiments;

namespace Recommender.Training.Commands;

/// <summary>The options by which commands that look at baskets are told their data: a file of baskets, or a dataset and which baskets of it.</summary>
/// <param name="alike">Why all baskets count alike, as a part of a sentence; null where a half-life lets old ones count less.</param>
sealed class BasketOptions(string? alike = null)
{
    readonly Argument<string?> _file = new("file") { Description = "A file of baskets: one a line, or a table of orders and items with --order-column and --item-column.", Arity = ArgumentArity.ZeroOrOne };
    readonly Option<string?> _separator = new("--separator") { Description = "comma, tab, semicolon or space between the items of the file [default: found out].", HelpName = "name" };
    readonly Option<string?> _orders = new("--order-column") { Description = "Column of the file that tells orders apart.", HelpName = "column" };
    readonly Option<string?> _items = new("--item-column") { Description = "Column of the file that names what was bought.", HelpName = "column" };
    readonly Option<string?> _dataset = new("--dataset") { Description = "Name of the dataset.", HelpName = "name" };
    readonly Option<string?> _snapshot = new("--snapshot") { Description = "First digits of a snapshot's hash [default: the current one].", HelpName = "hash" };
    readonly Option<string> _level = new("--level") { Description = "item, category, family or brand: what counts as one thing bought.", HelpName = "level", DefaultValueFactory = _ => "item" };
    readonly Option<DateTime?> _from = new("--from") { Description = "Baskets from this day on.", HelpName = "date" };
    readonly Option<DateTime?> _to = new("--to") { Description = "Baskets before this day.", HelpName = "date" };
    readonly Option<string?> _season = new("--season") { Description = "Baskets of these months of any year: 11-12, 12-2, 1,4,7 or spring, summer, autumn, winter.", HelpName = "months" };
    readonly Option<string?> _region = new("--region") { Description = "Purchases of this region.", HelpName = "name" };
    readonly Option<string?> _channel = new("--channel") { Description = "Purchases of this channel or purchase type.", HelpName = "name" };
    readonly Option<string?> _site = new("--site") { Description = "Purchases of this site.", HelpName = "id" };
    readonly Option<string[]> _customers = new("--customers") { Description = "Baskets of customers with column=value, such as segment=loyal, or of those listed in a file; may be repeated.", HelpName = "which" };
    readonly Option<double> _halfLife = new("--half-life") { Description = "Days after which a basket counts half; 0 counts all alike.", HelpName = "days" };

    public void AddTo(Command command)
    {
        _level.AcceptOnlyFromAmong([.. Enum.GetNames<Level>().Select(name => name.ToLowerInvariant())]);
        _halfLife.Hidden = alike is not null;
        command.Arguments.Add(_file);
        foreach (var option in new Option[] { _separator, _orders, _items, _dataset, _snapshot, _level, _from, _to, _season, _region, _channel, _site, _customers, _halfLife }) command.Options.Add(option);
    }

    public BasketSource Source(ParseResult parsed)
    {
        if (alike is not null && parsed.GetResult(_halfLife) is not null) throw new WrongUseException($"--half-life lets old baskets count less, but {alike}. Leave it away, or choose baskets with --from.");

        var (file, dataset) = (parsed.GetValue(_file), parsed.GetValue(_dataset));
        if (file is null == dataset is null) throw new WrongUseException($"{(file is null ? "No baskets are named." : "A file and --dataset exclude each other.")} Give a file of baskets, or --dataset <name>.");
        if (file is not null && Chosen(parsed) is { } option) throw new WrongUseException($"{option} chooses among the baskets of a dataset; a file has only baskets. Leave it away, or import the data and give --dataset.");

        return new()
        {
            File = file,
            FileOptions = WrongUse.Check(() => new BasketFileOptions { Separator = parsed.GetValue(_separator) is { } separator ? BasketSeparator.Parse(separator) : null, OrderColumn = parsed.GetValue(_orders), ItemColumn = parsed.GetValue(_items) }.Checked()),
            Dataset = dataset,
            Snapshot = parsed.GetValue(_snapshot),
            Request = file is null ? Request(parsed) : new(),
        };
    }

    /// <summary>Sees that no file is written over the baskets, or over another that is written, and that each can be.</summary>
    public static void Prepare(BasketSource? source, string? table, string? page = null)
    {
        var read = source?.File is { } file ? Path.GetFullPath(file) : null;
        if (table is not null && Path.GetFullPath(table) == read) throw new WrongUseException($"--out {table} is the file that is read. Name another.");
        if (page is not null && (Path.GetFullPath(page) == read || (table is not null && Path.GetFullPath(page) == Path.GetFullPath(table))))
            throw new WrongUseException($"--html {page} is a file that is read or written already. Name another.");

        if (table is not null) WrongUse.Check(() => TableFile.Prepare(table));
        if (page is null) return;

        if (Directory.Exists(page)) throw new WrongUseException($"--html {page} is a folder. Name a file.");
        TableFile.Probe(page);
    }

    /// <summary>Whether any data is named.</summary>
    public bool IsGiven(ParseResult parsed) => parsed.GetValue(_file) is not null || parsed.GetValue(_dataset) is not null || Chosen(parsed) is not null;

    BasketRequest Request(ParseResult parsed)
    {
        var (traits, files) = (new List<CustomerTrait>(), new List<string>());
        foreach (var which in parsed.GetValue(_customers) ?? [])
        {
            if (File.Exists(which)) files.Add(which);
            else traits.Add(WrongUse.Check(() => CustomerTrait.Parse(which)));
        }
        if (files.Count > 1) throw new WrongUseException($"--customers names {files.Count} files. Put their ids into one.");

        return new()
        {
            Level = Enum.Parse<Level>(parsed.GetRequiredValue(_level), ignoreCase: true),
            From = Utc(parsed.GetValue(_from)),
            To = Utc(parsed.GetValue(_to)),
            Season = parsed.GetValue(_season) is { } season ? WrongUse.Check(() => Season.Parse(season)) : null,
            Region = parsed.GetValue(_region),
            Channel = parsed.GetValue(_channel),
            Site = parsed.GetValue(_site),
            Traits = traits,
            CustomerFile = files.FirstOrDefault(),
            HalfLife = parsed.GetValue(_halfLife) is >= 0 and <= 1e6 and var days ? days : throw new WrongUseException($"--half-life {parsed.GetValue(_halfLife)} is outside 0 to 1,000,000 days."),
        };
    }

    string? Chosen(ParseResult parsed) =>
        new Option[] { _snapshot, _level, _from, _to, _season, _region, _channel, _site, _customers, _halfLife }.FirstOrDefault(option => parsed.GetResult(option) is { Implicit: false })?.Name;

    static DateTime? Utc(DateTime? time) => time is { } given ? DateTime.SpecifyKind(given, DateTimeKind.Utc) : null;
}
