namespace Recommender.Storage.Datasets;

/// <summary>
/// How long the lines of a file without a heading are. It goes through all of them, because the first thousand users of a list may well
/// have two items each.
/// </summary>
sealed class PairShape
{
    const int MostFields = 4;

    // A list names its user once, so a user who comes again speaks for pairs, as a fraction in the third field does.
    const double UsualShare = 0.5;
    const double SureShare = 0.9;

    readonly long[] _lines = new long[MostFields + 1];   // by length; index 0 counts all that are longer
    readonly NameTable _users = new();
    long _count;
    bool _looksLikePairs;

    PairShape(FieldReader line)
    {
        while (line.Next()) Count(line);
    }

    /// <summary>The length that most lines have, if it is one of pairs; 0 where the lines are lists.</summary>
    int Pairs
    {
        get
        {
            var usual = 0;
            for (var fields = 2; fields <= MostFields; fields++)
            {
                if (_lines[fields] > _lines[usual == 0 ? 1 : usual]) usual = fields;
            }
            return usual > 0 && _lines[usual] >= (_looksLikePairs ? UsualShare : SureShare) * _count ? usual : 0;
        }
    }

    /// <summary>How many fields a pair has in this file; 0 where its lines are lists.</summary>
    public static int FieldsOfPairs(string path, CancellationToken cancellationToken)
    {
        using var line = new FieldReader(path, cancellationToken);
        return new PairShape(line).Pairs;
    }

    void Count(FieldReader line)
    {
        _count++;
        _lines[line.Filled > MostFields ? 0 : line.Filled]++;
        if (_looksLikePairs) return;

        _looksLikePairs = !_users.Add(line[0]) || (line.Filled is 3 or MostFields && line[2].Contains((byte)'.'));
    }
}
