package problem

import (
	"strings"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"

	"longhand/generator/source"
)

// parseYAML reads the file's text from a byte offset on as one YAML value. It gives nil where there is none.
func parseYAML(f *source.File, from int) (root *node, err error) {
	places := newPlaces(f, from)
	// The library has panicked on malformed input before; to the user that is a syntax error like others.
	defer func() {
		if p := recover(); p != nil {
			root, err = nil, f.Pos(from).Errorf("this cannot be read as YAML").
				WithHint("check indentation, colons, quotes and brackets")
		}
	}()
	tokens := lexer.Tokenize(f.Text[from:])
	if err := screen(tokens, places); err != nil {
		return nil, err
	}
	// Duplicate keys are found below: the library's own search takes time that grows with the square of the keys.
	tree, err := parser.Parse(tokens, 0, parser.AllowDuplicateMapKey())
	if err != nil {
		return nil, syntaxError(err, places)
	}
	var body ast.Node
	for _, doc := range tree.Docs {
		if doc.Body == nil {
			continue
		}
		if body != nil {
			return nil, places.of(doc.Body.GetToken()).Errorf("something follows the end of the value").
				WithHint("put one value only")
		}
		body = doc.Body
	}
	if body == nil {
		return nil, nil
	}
	return convert(body, places)
}

// convert turns the library's tree into ours.
func convert(n ast.Node, places *places) (*node, error) {
	out := &node{pos: places.of(n.GetToken())}
	switch n := n.(type) {
	case *ast.MappingNode:
		out.kind = table
		return out, out.addPairs(n.Values, places)
	case *ast.MappingValueNode:
		out.kind = table
		return out, out.addPairs([]*ast.MappingValueNode{n}, places)
	case *ast.SequenceNode:
		out.kind = list
		out.items = make([]*node, 0, len(n.Values))
		for _, value := range n.Values {
			item, err := convert(value, places)
			if err != nil {
				return nil, err
			}
			out.items = append(out.items, item)
		}
	case *ast.StringNode:
		out.text = n.Value
		out.plain = n.Token.Type == token.StringType
	case *ast.LiteralNode:
		out.text = n.Value.Value
	case *ast.NullNode:
		out.plain = true
		if n.Token.Type == token.NullType {
			out.text = n.Token.Value
		}
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode, *ast.InfinityNode, *ast.NanNode:
		out.plain = true
		out.text = n.GetToken().Value
	default:
		return nil, out.pos.Errorf("a problem file has no use for a YAML %s", n.Type().YAMLName())
	}
	return out, nil
}

func (out *node) addPairs(values []*ast.MappingValueNode, places *places) error {
	first := make(map[string]source.Pos, len(values))
	for i, v := range values {
		keyPos := places.of(v.Key.GetToken())
		if i == 0 && !v.IsFlowStyle {
			out.pos = keyPos // the library points at the first colon
		}
		key, err := convert(v.Key, places)
		if err != nil {
			return err
		}
		if at, twice := first[key.text]; twice {
			line, _ := at.LineColumn()
			return keyPos.Errorf("%s appears a second time", shorten(key.text)).
				WithHint("keep this one or the one on line %d", line)
		}
		first[key.text] = keyPos
		value, err := convert(v.Value, places)
		if err != nil {
			return err
		}
		// What is wrong with a value that starts below its key, or is not there, is better told at the key.
		below := value.kind != scalar && strings.Contains(places.file.Text[keyPos.Offset:max(keyPos.Offset, value.pos.Offset)], "\n")
		if below || value.isNull() && value.text == "" {
			value.pos = keyPos
		}
		out.pairs = append(out.pairs, pair{key.text, keyPos, value})
	}
	return nil
}
