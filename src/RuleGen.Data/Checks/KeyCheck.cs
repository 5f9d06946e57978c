namespace RuleGen.Data.Checks;

/// <summary>
/// Tells whether a key was there before, by 64 bits of each, so that memory is bounded: two of as many keys as are remembered
/// are taken for one with a chance below one in a million.
/// </summary>
internal sealed class KeyCheck
{
    /// <summary>So many keys are remembered, in 64 MiB; those after them are compared with the one before alone.</summary>
    public const int MostRemembered = 4 * 1024 * 1024;

    private const int FirstSize = 1024;

    // Open addressing, half full at most; 0 is a free place.
    private ulong[] _places = new ulong[FirstSize];
    private int _count;
    private ulong _last;

    /// <summary>Whether keys were met that are not remembered.</summary>
    public bool IsFull { get; private set; }

    /// <summary>Whether the key of this hash was there before; it is remembered.</summary>
    public bool IsRepeated(ulong hash)
    {
        hash = hash == 0 ? 1 : hash;
        var isLast = hash == _last;
        _last = hash;
        if (isLast)
        {
            return true;
        }

        var place = Find(_places, hash);
        if (_places[place] == hash)
        {
            return true;
        }

        if (_count == MostRemembered)
        {
            IsFull = true;
            return false;
        }

        _places[place] = hash;
        if (++_count * 2 > _places.Length)
        {
            Grow();
        }

        return false;
    }

    private static int Find(ulong[] places, ulong hash)
    {
        var place = (int)(hash & (ulong)(places.Length - 1));
        while (places[place] != 0 && places[place] != hash)
        {
            place = (place + 1) & (places.Length - 1);
        }

        return place;
    }

    private void Grow()
    {
        var places = new ulong[_places.Length * 2];
        foreach (var hash in _places.Where(hash => hash != 0))
        {
            places[Find(places, hash)] = hash;
        }

        _places = places;
    }
}
