using DuckDB.NET.Data;

namespace Recommender.Storage.Forgetting;

/// <summary>Writes profile.json of a snapshot's folder anew from the tables in it; the folder still holds the profile of before.</summary>
public delegate void ProfileRewriter(DuckDBConnection connection, string folder);
