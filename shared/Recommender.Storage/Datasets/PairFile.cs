using System.Globalization;
using System.IO.Compression;
using Recommender.Core;
using Recommender.Core.Datasets;
using Recommender.Core.Store;

namespace Recommender.Storage.Datasets;

/// <summary>
/// Reads a data set from a file in one of the layouts of research: <c>user item [rating [time]]</c> with any separator, or
/// <c>user item item ...</c>. A first line of column names is recognised. Compressed with gzip or not.
/// </summary>
public sealed class PairFile
{
    static readonly string[] ColumnNames = ["user", "userid", "user_id", "uid", "item", "itemid", "item_id", "iid", "movieid", "movie_id", "book_id", "org_id", "remap_id", "rating", "timestamp"];

    readonly string _path;
    readonly PairLayout _asked;
    readonly List<string[]> _lines = [];
    long _number;

    PairFile(string path, PairLayout layout) => (_path, _asked) = (path, layout);

    /// <summary>Reads the file whole; a line that cannot be understood is an error that names it.</summary>
    public static Dataset Read(string path, PairLayout layout, CancellationToken cancellationToken)
    {
        if (!File.Exists(path)) throw new UserErrorException($"{path} is not there. Name a file of lines 'user item [rating]' or 'user item item ...'.");

        var file = new PairFile(path, layout);
        file.ReadLines(cancellationToken);
        if (file._lines.Count == 0) throw new UserErrorException($"{path} has no lines. It needs lines 'user item [rating]' or 'user item item ...'.");

        return file.ToDataset(FileHash.Of(path, cancellationToken));
    }

    bool IsLists => _asked == PairLayout.Lists || (_asked == PairLayout.Auto && _lines.Exists(line => line.Length != _lines[0].Length || line.Length is < 2 or > 4));

    void ReadLines(CancellationToken cancellationToken)
    {
        using var raw = File.OpenRead(_path);
        using var stream = IsGzip(raw) ? new GZipStream(raw, CompressionMode.Decompress) : (Stream)raw;
        using var reader = new StreamReader(stream);
        char[]? separators = null;
        while (reader.ReadLine() is { } line)
        {
            if (++_number % 4096 == 0) cancellationToken.ThrowIfCancellationRequested();
            if (line.AsSpan().Trim().IsEmpty) continue;

            separators ??= SeparatorsOf(line);
            var fields = line.Split(separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (_lines.Count == 0 && _number == 1 && IsHeading(fields)) continue;

            _lines.Add(fields);
        }
    }

    // The first of these that the line has parts its fields; MovieLens' double colon is two colons with nothing between.
    static char[] SeparatorsOf(string line) => "\t,;|:".Where(line.Contains).Take(1).ToArray() is { Length: 1 } found ? found : [' '];

    static bool IsHeading(string[] fields) => fields.Length >= 2 && Array.Exists(fields, field => ColumnNames.Contains(field.Trim('"').ToLowerInvariant()));

    static bool IsGzip(FileStream file)
    {
        Span<byte> start = stackalloc byte[2];
        var read = file.ReadAtLeast(start, 2, throwOnEndOfStream: false);
        file.Position = 0;
        return read == 2 && start is [0x1f, 0x8b];
    }

    Dataset ToDataset(string hash)
    {
        var pairs = IsLists ? Lists() : Pairs();
        var customers = Sorted(_lines.Select(line => line[0]));
        var items = Sorted(pairs.Select(pair => pair.Item));
        var customerOf = Numbers(customers);
        var itemOf = Numbers(items);
        var hasTimes = pairs.Exists(pair => pair.Time != 0);
        var hasRatings = pairs.Exists(pair => pair.Rating is not null);
        var baskets = BasketsBuilder.From(customers.Length, items.Length, pairs.Select(pair => new Purchase(customerOf[pair.User], itemOf[pair.Item], pair.Time, Order: pair.Time)));
        return new()
        {
            Name = Path.GetFileName(_path),
            Hash = hash,
            Customers = Vocabulary.Of(customers),
            Items = Vocabulary.Of(items),
            Baskets = baskets,
            Now = hasTimes ? pairs.Max(pair => pair.Time) + 1 : 0,
            HasTimes = hasTimes,
            Ratings = hasRatings ? CsrMatrix.From(customers.Length, items.Length, LastOfEach(pairs).Select(pair => (customerOf[pair.User], itemOf[pair.Item], pair.Rating ?? 0))) : null,
        };
    }

    List<Pair> Lists() => [.. _lines.SelectMany(line => line.Skip(1).Select(item => new Pair(line[0], item, null, 0)))];

    List<Pair> Pairs()
    {
        var pairs = new List<Pair>(_lines.Count);
        foreach (var (at, line) in _lines.Index())
        {
            if (line.Length < 2) throw new UserErrorException($"{_path}: entry {at + 1} has {line.Length} field; it needs a user and an item. Give --layout lists if each line is a user with items.");

            pairs.Add(new(line[0], line[1], line.Length > 2 ? (float)Number(line[2], at, "rating") : null, line.Length > 3 ? Minutes(Number(line[3], at, "time")) : 0));
        }
        return pairs;
    }

    double Number(string text, int at, string what) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number
        : throw new UserErrorException($"{_path}: entry {at + 1} has the {what} '{text}', which is no number. Lines are 'user item [rating [time]]'; give --layout lists if each line is a user with items.");

    // Times of research files are seconds since 1970.
    static int Minutes(double seconds) => (int)Math.Clamp(seconds / 60, 0, int.MaxValue);

    static IEnumerable<Pair> LastOfEach(List<Pair> pairs) => pairs.GroupBy(pair => (pair.User, pair.Item)).Select(group => group.OrderBy(pair => pair.Time).Last());

    static string[] Sorted(IEnumerable<string> names) => [.. names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    static Dictionary<string, int> Numbers(string[] names) => names.Index().ToDictionary(name => name.Item, name => name.Index, StringComparer.Ordinal);

    sealed record Pair(string User, string Item, float? Rating, int Time);
}
