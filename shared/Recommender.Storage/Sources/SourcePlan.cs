using Recommender.Core;
using Recommender.Storage.Sources.Mapping;

namespace Recommender.Storage.Sources;

/// <summary>Which sources serve as which logical file.</summary>
sealed record SourcePlan(OrderedDictionary<string, IReadOnlyList<ImportSource>> Files)
{
    public const string Purchases = "purchases";
    public const string Items = "items";
    public const string Customers = "customers";

    static readonly (string Logical, string[] Stems)[] WellKnown =
    [
        (Purchases, ["purchases", "orders", "sales", "transactions", "order_lines", "order_items", "invoices", "ratings"]),
        (Items, ["items", "products", "catalogue", "catalog", "articles", "books", "movies"]),
        (Customers, ["customers", "clients", "accounts", "users", "members"]),
    ];

    /// <summary>Files in a folder by their usual names, or the given files as purchases.</summary>
    public static SourcePlan OfSources(IReadOnlyList<ImportSource> sources, string? items, string? customers)
    {
        var plan = sources is [ImportSource.OfFile { Path: var path }] && Directory.Exists(path)
            ? OfFolder(path)
            : Of(Purchases, sources);
        if (items is not null) plan.Files[Items] = [new ImportSource.OfFile(items)];
        if (customers is not null) plan.Files[Customers] = [new ImportSource.OfFile(customers)];
        return plan;
    }

    /// <summary>The files that a mapping names, found in the given folder or among the given files.</summary>
    public static SourcePlan OfMapping(SourceMapping mapping, IReadOnlyList<ImportSource> sources)
    {
        if (mapping.Files.Count == 0) return Of(mapping.Purchases.From, sources);
        if (mapping.Files.Count == 1 && sources.All(source => source is not ImportSource.OfFile file || File.Exists(file.Path)))
            return Of(mapping.Files.Keys.First(), sources);

        var files = new OrderedDictionary<string, IReadOnlyList<ImportSource>>();
        foreach (var (logical, pattern) in mapping.Files) files[logical] = Matching(logical, pattern, sources);
        return new(files);
    }

    static SourcePlan Of(string logical, IReadOnlyList<ImportSource> sources) =>
        new(new OrderedDictionary<string, IReadOnlyList<ImportSource>> { [logical] = sources });

    /// <summary>Whether every file that the mapping names is in the given folder or among the given files.</summary>
    public static bool HoldsAll(SourceMapping mapping, IReadOnlyList<ImportSource> sources) => mapping.Files.Values.All(pattern => Like(pattern, sources).Any());

    static List<ImportSource> Matching(string logical, string pattern, IReadOnlyList<ImportSource> sources)
    {
        List<ImportSource> found = [.. Like(pattern, sources).Order(StringComparer.Ordinal).Select(path => new ImportSource.OfFile(path))];
        return found.Count > 0
            ? found
            : throw new UserErrorException(
                $"No file like '{pattern}' ({logical}) is in {string.Join(", ", sources.OfType<ImportSource.OfFile>().Select(file => $"'{file.Path}'"))}: "
                + "give the folder that holds all files of the mapping.");
    }

    static IEnumerable<string> Like(string pattern, IReadOnlyList<ImportSource> sources) => sources.OfType<ImportSource.OfFile>()
        .SelectMany(file => Directory.Exists(file.Path) ? Directory.EnumerateFiles(file.Path) : [file.Path])
        .Where(path => System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(pattern, Path.GetFileName(path), ignoreCase: true));

    static SourcePlan OfFolder(string folder)
    {
        var byStem = Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal).ToLookup(path => Path.GetFileName(path).Split('.')[0].ToLowerInvariant());
        var files = new OrderedDictionary<string, IReadOnlyList<ImportSource>>();
        foreach (var (logical, stems) in WellKnown)
        {
            if (stems.Select(stem => byStem[stem].FirstOrDefault(IsData)).FirstOrDefault(path => path is not null) is { } found)
                files[logical] = [new ImportSource.OfFile(found)];
        }
        return files.ContainsKey(Purchases)
            ? new(files)
            : throw new UserErrorException(
                $"'{folder}' holds no file of purchases: name one purchases.csv (or orders, sales, transactions), give the file itself, or describe the folder with --mapping.");
    }

    static bool IsData(string path) =>
        new[] { ".csv", ".tsv", ".txt", ".gz", ".parquet", ".xlsx", ".xls" }.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);
}
