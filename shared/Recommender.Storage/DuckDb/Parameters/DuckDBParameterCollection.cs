using System.Collections;
using System.Data.Common;

namespace DuckDB.NET.Data;

/// <summary>A command's parameters.</summary>
public sealed class DuckDBParameterCollection : DbParameterCollection
{
    readonly List<DuckDBParameter> _parameters = [];

    public override int Count => _parameters.Count;

    public override object SyncRoot => ((ICollection)_parameters).SyncRoot;

    public new DuckDBParameter this[int index]
    {
        get => _parameters[index];
        set => _parameters[index] = value;
    }

    public new DuckDBParameter this[string name]
    {
        get => _parameters[Known(name)];
        set => _parameters[Known(name)] = value;
    }

    /// <summary>Adds a parameter for <c>$name</c>.</summary>
    public DuckDBParameter AddWithValue(string name, object? value) => Add(new DuckDBParameter(name, value));

    /// <summary>Adds a parameter.</summary>
    public DuckDBParameter Add(DuckDBParameter parameter)
    {
        _parameters.Add(parameter);
        return parameter;
    }

    public override int Add(object value)
    {
        _parameters.Add(Own(value));
        return _parameters.Count - 1;
    }

    public override void AddRange(Array values)
    {
        foreach (var value in values) Add(value);
    }

    public override void Clear() => _parameters.Clear();

    public override bool Contains(object value) => IndexOf(value) >= 0;

    public override bool Contains(string value) => IndexOf(value) >= 0;

    public override void CopyTo(Array array, int index) => ((ICollection)_parameters).CopyTo(array, index);

    public override IEnumerator GetEnumerator() => _parameters.GetEnumerator();

    public override int IndexOf(object value) => value is DuckDBParameter parameter ? _parameters.IndexOf(parameter) : -1;

    public override int IndexOf(string parameterName)
    {
        var bare = parameterName.TrimStart('$', '@', ':');
        return _parameters.FindIndex(p => string.Equals(p.BareName, bare, StringComparison.OrdinalIgnoreCase));
    }

    public override void Insert(int index, object value) => _parameters.Insert(index, Own(value));

    public override void Remove(object value) => _parameters.Remove(Own(value));

    public override void RemoveAt(int index) => _parameters.RemoveAt(index);

    public override void RemoveAt(string parameterName) => _parameters.RemoveAt(Known(parameterName));

    protected override DbParameter GetParameter(int index) => _parameters[index];

    protected override DbParameter GetParameter(string parameterName) => _parameters[Known(parameterName)];

    protected override void SetParameter(int index, DbParameter value) => _parameters[index] = Own(value);

    protected override void SetParameter(string parameterName, DbParameter value) => _parameters[Known(parameterName)] = Own(value);

    int Known(string name)
    {
        var index = IndexOf(name);
        return index >= 0 ? index : throw new ArgumentException($"The command has no parameter named '{name}': add it first.", nameof(name));
    }

    static DuckDBParameter Own(object value) => value as DuckDBParameter
        ?? throw new InvalidCastException($"A {value.GetType().Name} is no DuckDBParameter: make one with CreateParameter.");
}
