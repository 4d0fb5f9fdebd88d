package exercise

import (
	"crypto/sha256"
	"encoding/binary"
	"math/big"
)

// shuffle maps 0, 1, …, size − 1 onto the same numbers in an order that a seed decides, without a list of them: a
// Feistel network over the next even number of bits, walked until it is back inside (Black and Rogaway, “Ciphers with
// arbitrary finite domains”, 2002). Whatever the size, no number comes twice.
type shuffle struct {
	size *big.Int
	half uint // bits of each half
	seed uint64
}

// rounds of the network. Four make it look random (Luby and Rackoff, 1988); small halves need more.
const rounds = 10

func newShuffle(size *big.Int, seed uint64) *shuffle {
	bits := uint(new(big.Int).Sub(size, big.NewInt(1)).BitLen())
	return &shuffle{size, max(1, (bits+1)/2), seed}
}

// at is the number that comes at a place, from 0 to size − 1. There are fewer than four times as many numbers of the
// network's bits as places, so the walk takes fewer than four steps on average.
func (s *shuffle) at(place *big.Int) *big.Int {
	x := place
	for {
		if x = s.once(x); x.Cmp(s.size) < 0 {
			return x
		}
	}
}

func (s *shuffle) once(x *big.Int) *big.Int {
	mask := new(big.Int).Sub(new(big.Int).Lsh(big.NewInt(1), s.half), big.NewInt(1))
	left, right := new(big.Int).Rsh(x, s.half), new(big.Int).And(x, mask)
	for round := range rounds {
		f := s.mix(round, right)
		left, right = right, f.And(f.Xor(f, left), mask)
	}
	return left.Or(left.Lsh(left, s.half), right)
}

// mix is at least half a number's bits of SHA-256 of seed, round, and the other half, in as many blocks as it takes.
func (s *shuffle) mix(round int, x *big.Int) *big.Int {
	text := []byte("longhand practice 2\n")
	text = binary.LittleEndian.AppendUint64(text, s.seed)
	text = binary.LittleEndian.AppendUint64(text, uint64(round))
	text = append(text, x.Bytes()...)
	var bits []byte
	for block := byte(0); uint(len(bits))*8 < s.half; block++ {
		sum := sha256.Sum256(append(text, '\n', block))
		bits = append(bits, sum[:]...)
	}
	return new(big.Int).SetBytes(bits)
}
