using System.Text;

namespace Recommender.Storage.Datasets;

/// <summary>Which field of a line holds what; -1 where the file does not have it.</summary>
sealed record PairHeading(int User, int Item, int Rating, int Time)
{
    // As names are compared: letters and digits only, in small letters. Those that say more clearly what they are stand first.
    static readonly string[] Users = ["userid", "uid", "customerid", "reviewerid", "memberid", "accountid", "visitorid", "orgid", "user", "customer", "reviewer"];
    static readonly string[] Items =
    [
        "itemid", "iid", "movieid", "bookid", "productid", "articleid", "trackid", "songid", "artistid", "gameid", "businessid", "parentasin", "asin", "isbn",
        "sku", "stockcode", "remapid", "item", "movie", "book", "product", "article",
    ];
    static readonly string[] Ratings = ["rating", "ratings", "stars", "score", "overall"];
    static readonly string[] Times = ["timestamp", "unixreviewtime", "unixtime", "time", "ts"];

    /// <summary>The columns of a line of names; null where the line is none.</summary>
    public static PairHeading? Of(FieldReader line)
    {
        var names = new string[line.Count];
        for (var field = 0; field < names.Length; field++) names[field] = Plain(line.Text(field));
        if (names.Length < 2 || !Array.Exists(names, IsKnown)) return null;

        var heading = new PairHeading(Find(names, Users), Find(names, Items), Find(names, Ratings), Find(names, Times));
        return heading.User >= 0 && heading.Item >= 0 ? heading
            : throw line.Wrong($"is a heading that names no column of {(heading.User < 0 ? "users" : "items")}. Name the columns user_id, item_id and, where there are any, rating and timestamp; or take the heading away.");
    }

    /// <summary>The columns of a file without a heading: user, item, then perhaps a rating and a time.</summary>
    public static PairHeading InOrder(int fields) => new(0, 1, fields > 2 ? 2 : -1, fields > 3 ? 3 : -1);

    static bool IsKnown(string name) => Users.Contains(name) || Items.Contains(name) || Ratings.Contains(name) || Times.Contains(name);

    static int Find(string[] names, string[] known)
    {
        foreach (var name in known)
        {
            if (Array.IndexOf(names, name) is >= 0 and var field) return field;
        }
        return -1;
    }

    // What follows a colon is a type: user_id:token.
    static string Plain(string name)
    {
        var plain = new StringBuilder();
        foreach (var letter in name.Split(':')[0])
        {
            if (char.IsAsciiLetterOrDigit(letter)) plain.Append(char.ToLowerInvariant(letter));
        }
        return plain.ToString();
    }
}
