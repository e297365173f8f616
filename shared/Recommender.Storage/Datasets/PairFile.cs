using System.Globalization;
using Recommender.Core;
using Recommender.Core.Datasets;
using Recommender.Core.Store;

namespace Recommender.Storage.Datasets;

/// <summary>
/// Reads a data set from a file in one of the layouts of research: <c>user item [rating [time]]</c> with any separator, columns named by
/// a heading, or <c>user item item ...</c>. Compressed with gzip or not. A line is read where it stands; only numbers are kept of it.
/// </summary>
public sealed class PairFile
{
    // Beyond this squares of errors say nothing any more.
    const float LargestRating = 1e6f;

    const string Forms = "lines 'user item [rating [time]]' or 'user item item ...'";

    // Seconds since 1970 reach this in the year 5138, milliseconds reached it in 1973.
    const double LeastMilliseconds = 1e11;

    readonly FieldReader _line;
    readonly CancellationToken _cancellation;

    PairFile(FieldReader line, CancellationToken cancellationToken) => (_line, _cancellation) = (line, cancellationToken);

    /// <summary>Reads the file whole; a line that cannot be understood is an error that names it.</summary>
    public static Dataset Read(string path, PairLayout layout, CancellationToken cancellationToken)
    {
        if (!File.Exists(path)) throw new UserErrorException($"{path} is not there. Name a file of {Forms}.");

        using var line = new FieldReader(path, cancellationToken);
        var table = new PairFile(line, cancellationToken).ReadTable(path, layout) ?? throw new UserErrorException($"{path} has no lines. It needs {Forms}.");
        return table.ToDataset(Path.GetFileName(path), FileHash.Of(path, cancellationToken), cancellationToken);
    }

    PairTable? ReadTable(string path, PairLayout layout)
    {
        if (!_line.Next()) return null;

        var heading = PairHeading.Of(_line);
        var fields = heading is null ? _line.Filled : _line.Count;
        if (layout == PairLayout.Auto && heading is null && _line.Separator?.PartsLists != false)
        {
            fields = PairShape.FieldsOfPairs(path, _cancellation);
            if (fields == 0) layout = PairLayout.Lists;
        }
        if (heading is not null && !_line.Next()) return null;

        return layout == PairLayout.Lists ? ReadLists() : ReadPairs(heading, fields);
    }

    PairTable ReadLists()
    {
        var table = new PairTable(hasRatings: false, hasTimes: false);
        do
        {
            var user = table.User(Name(0, "user"));
            for (var field = 1; field < _line.Count; field++)
            {
                if (!_line[field].IsEmpty) table.Add(user, _line[field]);
            }
        }
        while (_line.Next());
        return table;
    }

    PairTable ReadPairs(PairHeading? heading, int fields)
    {
        if (heading is null && fields is < 2 or > 4) throw _line.Wrong($"has {fields} fields; a pair has 2 to 4: user, item, rating, time. Give --layout lists if each line is a user with items, or a heading that names the columns.");

        var columns = heading ?? PairHeading.InOrder(fields);
        var table = new PairTable(columns.Rating >= 0, columns.Time >= 0);
        do
        {
            if ((heading is null ? _line.Filled : _line.Count) is var found && found != fields) throw _line.Wrong($"has {found} fields where {(heading is null ? "the others have" : "the heading has")} {fields}. Correct the line; or give --layout lists if each line is a user with items.");

            table.Add(table.User(Name(columns.User, "user")), Name(columns.Item, "item"), Rating(columns.Rating), Minutes(columns.Time));
        }
        while (_line.Next());
        return table;
    }

    ReadOnlySpan<byte> Name(int field, string what) => _line[field] is { IsEmpty: false } name ? name
        : throw _line.Wrong($"has an empty {what}. Give the {what} an id or take the line away.");

    float Rating(int field) => field < 0 ? 0 : (float)Number(field, "rating") is var rating && Math.Abs(rating) <= LargestRating ? rating : throw NoNumber(field, "rating");

    // Times of research files are seconds since 1970, or milliseconds.
    int Minutes(int field)
    {
        if (field < 0) return 0;

        var time = Number(field, "time");
        return (int)Math.Clamp((time < LeastMilliseconds ? time : time / 1000) / 60, 0, int.MaxValue - 1);
    }

    double Number(int field, string what) => double.TryParse(_line[field], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number
        : throw NoNumber(field, what);

    UserErrorException NoNumber(int field, string what) =>
        _line.Wrong($"has the {what} '{_line.Text(field)}', which is no number of usual size (ratings lie between -1,000,000 and 1,000,000). Pairs are 'user item [rating [time]]'; give --layout lists if each line is a user with items.");
}
