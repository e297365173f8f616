using DuckDB.NET.Native;

namespace DuckDB.NET.Data;

/// <summary>Opens databases. A file opened twice in one process is one database, as DuckDB demands.</summary>
static class OpenDatabase
{
    static readonly nint Instances = NativeMethods.CreateInstanceCache();   // lives as long as the process

    /// <summary>Extensions are never fetched or loaded behind the caller's back: what is built in is all there is.</summary>
    static readonly (string Name, string Value)[] Always = [("autoinstall_known_extensions", "false"), ("autoload_known_extensions", "false")];

    public static DatabaseHandle Open(DuckDBConnectionStringBuilder connectionString)
    {
        NativeMethods.CreateConfig(out var native);
        using var config = new ConfigHandle(native);
        foreach (var (name, value) in connectionString.Settings())
        {
            if (Array.Exists(Always, always => always.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
                throw new ArgumentException($"'{name}' is always false: take it out of the connection string.", nameof(connectionString));
            Set(config, name, value);
        }
        foreach (var (name, value) in Always) Set(config, name, value);

        var state = NativeMethods.GetOrCreateFromCache(Instances, connectionString.DataSource, out var database, config, out var error);
        return state == 0 ? new(database) : throw DuckDBError.From(NativeText.Owned(error));
    }

    static void Set(ConfigHandle config, string name, string value)
    {
        if (NativeMethods.SetConfig(config, name, value) != 0)
            throw new ArgumentException($"DuckDB refuses the setting {name}={value} in the connection string: see duckdb_settings() for names and values.", nameof(name));
    }
}
