namespace Recommender.Engine.Pool.Trials;

/// <summary>Picks a share of visitors by their names, the same ones on every machine and at every visit.</summary>
static class StableShare
{
    const ulong Offset = 14695981039346656037;   // FNV-1a
    const ulong Prime = 1099511628211;

    public static bool Holds(string visitor, string salt, double share) => Mixed(Hash(visitor, Hash(salt, Offset))) < share * Math.Pow(2, 64);

    static ulong Hash(string text, ulong hash)
    {
        foreach (var letter in text) hash = (hash ^ letter) * Prime;
        return (hash ^ 0xFFFF) * Prime;   // an end, so that "ab" + "c" is not "a" + "bc"
    }

    // FNV hardly moves the upper bits of short names: MurmurHash3's finaliser does.
    static ulong Mixed(ulong hash)
    {
        hash = (hash ^ (hash >> 33)) * 0xFF51AFD7ED558CCD;
        hash = (hash ^ (hash >> 33)) * 0xC4CEB9FE1A85EC53;
        return hash ^ (hash >> 33);
    }
}
