using System.Runtime.InteropServices;

namespace DuckDB.NET.Native;

/// <summary>
/// A native object that is destroyed once, after its last running call, and that keeps its parent alive until then:
/// whatever the order of disposal, and on whatever thread, DuckDB never sees a freed pointer.
/// </summary>
abstract class DuckDBHandle : SafeHandle
{
    readonly SafeHandle? _parent;

    protected DuckDBHandle(nint native, SafeHandle? parent = null) : base(invalidHandleValue: 0, ownsHandle: true)
    {
        if (parent is not null)
        {
            var added = false;
            parent.DangerousAddRef(ref added);
            _parent = parent;
        }
        SetHandle(native);
    }

    public override bool IsInvalid => handle == 0;

    protected sealed override bool ReleaseHandle()
    {
        Destroy();
        _parent?.DangerousRelease();
        return true;
    }

    protected abstract void Destroy();
}
