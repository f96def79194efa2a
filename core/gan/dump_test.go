package gan
import ("testing";"os";"strings";"fmt";"ganvas/core/run")
func TestDump(t *testing.T){ b,_:=os.ReadFile("/tmp/spec1.txt"); r,err:=run.Open(strings.TrimSpace(string(b)),run.Options{Families:[]run.Family{Family}}); if err!=nil{t.Fatal(err)}
 f,_:=os.Create("/tmp/dump_new.txt")
 for n:=0;n<3;n++{ 
 for _,p:=range []string{"g","d"}{ for _,sc:=range []string{"/",".average/"}{ for _,v:=range r.Model().State{ if strings.HasPrefix(v.Name,p+sc){ fmt.Fprintln(f,n,v.Name,r.Slots().Read(v.Name)) }}}}
 r.Run(1)}
}
